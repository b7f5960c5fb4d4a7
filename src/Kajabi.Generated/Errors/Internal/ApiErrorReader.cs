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
        return new ErrorList([.. parser.Errors.Select(error => Redact(error, body))], parser.HasMore);
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

    private static ApiError Redact(ApiError error, BufferedResponseContent body)
    {
        string? pointer = Redact(error.Pointer, body);
        return new ApiError(Redact(error.Status, body), Redact(error.Title, body), Redact(error.Detail, body), pointer)
        {
            PropertyName = JsonPointerMapper.GetPropertyName(pointer, body.RequestContent),
            Parameter = Redact(error.Parameter, body),
            Code = Redact(error.Code, body),
        };
    }

    private static string? Redact(string? text, BufferedResponseContent body)
    {
        // Before truncating: half a secret would not be recognized.
        string? redacted = text is null ? null : body.Redact(text);
        return redacted is { Length: > MaxTextLength } ? $"{redacted.AsSpan(0, MaxTextLength)}…" : redacted;
    }
}
