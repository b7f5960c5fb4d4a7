using System.Text;

namespace Kajabi.Http.Content;

/// <summary>Determines the encoding of a response: UTF-8 unless its content type names another supported charset.</summary>
internal static class ResponseEncoding
{
    public static Encoding Get(HttpContent content)
    {
        string? charset = content.Headers.ContentType?.CharSet?.Trim('"');
        try
        {
            return string.IsNullOrEmpty(charset) ? Encoding.UTF8 : Encoding.GetEncoding(charset);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // An unknown charset, or utf-7, which .NET does not support. JSON is UTF-8 by definition.
            return Encoding.UTF8;
        }
    }
}
