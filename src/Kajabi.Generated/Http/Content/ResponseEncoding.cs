using System.Text;

namespace Kajabi.Http.Content;

/// <summary>The encoding of an answer: UTF-8 unless its content type names another one that exists.</summary>
internal static class ResponseEncoding
{
    public static Encoding Of(HttpContent content)
    {
        string? charset = content.Headers.ContentType?.CharSet?.Trim('"');
        try
        {
            return string.IsNullOrEmpty(charset) ? Encoding.UTF8 : Encoding.GetEncoding(charset);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // A charset that does not exist, or utf-7, which .NET refuses: JSON is UTF-8 by its own definition.
            return Encoding.UTF8;
        }
    }
}
