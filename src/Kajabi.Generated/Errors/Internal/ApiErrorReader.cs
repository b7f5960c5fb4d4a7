using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Kajabi.Errors.Internal;

/// <summary>
/// Finds errors in a response body: JSON:API, OAuth, the error formats of web frameworks, or a body that is not JSON. Never
/// throws. The number of objects that it creates is limited, whatever the body contains.
/// </summary>
internal static class ApiErrorReader
{
    private const int BufferSize = 4096;
    private const int MaxTextLength = 1024;

    public static ErrorList Read(BufferedResponseContent body)
    {
        ApiErrorParser parser = Parse(body);
        return new ErrorList([.. parser.Errors.Select(error => RemoveSecrets(error, body))], parser.HasMore);
    }

    /// <summary>Returns whether the body is a document whose <c>errors</c> member contains at least one error.</summary>
    public static bool HasErrors(BufferedResponseContent body) => Parse(body).HasErrorList;

    private static ApiErrorParser Parse(BufferedResponseContent body)
    {
        ApiErrorParser parser = new();
        if (body.Length == 0)
        {
            return parser;
        }

        ArrayBufferWriter<byte> utf8 = new((int)Math.Min(body.Length, Array.MaxLength / 2));
        Transcode(body, utf8);
        try
        {
            Utf8JsonReader json = new(utf8.WrittenSpan, new JsonReaderOptions { MaxDepth = body.MaxDepth });
            parser.ReadDocument(ref json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or truncated: complete errors that were read before are kept.
            parser.MarkTruncated();
        }

        return parser;
    }

    /// <summary>Decodes with the encoding of the response, which replaces invalid bytes.</summary>
    private static void Transcode(BufferedResponseContent body, ArrayBufferWriter<byte> utf8)
    {
        using StreamReader text = body.OpenText();
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] chars = ArrayPool<char>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = text.Read(chars, 0, chars.Length)) > 0)
            {
                encoder.Convert(chars.AsSpan(0, read), utf8, flush: false, out _, out _);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static ApiError RemoveSecrets(ApiError error, BufferedResponseContent body)
    {
        string? pointer = Sanitize(error.Pointer, body);
        return new ApiError(Sanitize(error.Status, body), Sanitize(error.Title, body), Sanitize(error.Detail, body), pointer)
        {
            PropertyName = JsonPointerMapper.GetPropertyName(pointer, body.RequestContent),
            Parameter = Sanitize(error.Parameter, body),
            Code = Sanitize(error.Code, body),
        };
    }

    /// <summary>Removes secrets before truncating: half a secret would not be recognized.</summary>
    private static string? Sanitize(string? text, BufferedResponseContent body) =>
        text is null ? null
        : body.Hide(text) is { Length: > MaxTextLength } visible ? $"{visible.AsSpan(0, MaxTextLength)}…"
        : body.Hide(text);
}
