using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Kajabi.Errors.Internal;

/// <summary>
/// Finds errors in the body of a response: JSON:API, OAuth, what web frameworks send, or no JSON at all. Never throws. The
/// number of objects that it creates is bounded, whatever the body holds.
/// </summary>
internal static class ApiErrorReader
{
    private const int CharsAtATime = 4096;
    private const int MaxTextLength = 1024;

    public static ErrorList Read(BufferedResponseContent answer)
    {
        ApiErrorParser parser = Parse(answer);
        return new ErrorList([.. parser.Errors.Select(error => WithoutSecrets(error, answer))], parser.HasMore);
    }

    /// <summary>Whether the body is a document whose <c>errors</c> member lists at least one.</summary>
    public static bool HasErrors(BufferedResponseContent answer) => Parse(answer).HasErrorList;

    private static ApiErrorParser Parse(BufferedResponseContent answer)
    {
        ApiErrorParser parser = new();
        if (answer.Length == 0)
        {
            return parser;
        }

        ArrayBufferWriter<byte> utf8 = new((int)Math.Min(answer.Length, Array.MaxLength / 2));
        Transcode(answer, utf8);
        try
        {
            Utf8JsonReader json = new(utf8.WrittenSpan, new JsonReaderOptions { MaxDepth = answer.MaxDepth });
            parser.ReadDocument(ref json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or only the beginning of it: the errors that were complete until then are kept.
            parser.Break();
        }

        return parser;
    }

    /// <summary>Through the encoding of the response, which also replaces bytes that are invalid in it.</summary>
    private static void Transcode(BufferedResponseContent answer, ArrayBufferWriter<byte> utf8)
    {
        using StreamReader text = answer.OpenText();
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] chars = ArrayPool<char>.Shared.Rent(CharsAtATime);
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

    private static ApiError WithoutSecrets(ApiError error, BufferedResponseContent answer)
    {
        string? pointer = Shown(error.Pointer, answer);
        return new ApiError(Shown(error.Status, answer), Shown(error.Title, answer), Shown(error.Detail, answer), pointer)
        {
            PropertyName = JsonPointerMapper.Of(pointer, answer.RequestContent),
            Parameter = Shown(error.Parameter, answer),
            Code = Shown(error.Code, answer),
        };
    }

    /// <summary>Without secrets, before it is cut: half a secret would not be recognized.</summary>
    private static string? Shown(string? text, BufferedResponseContent answer) =>
        text is null ? null
        : answer.Hide(text) is { Length: > MaxTextLength } shown ? $"{shown.AsSpan(0, MaxTextLength)}…"
        : answer.Hide(text);
}
