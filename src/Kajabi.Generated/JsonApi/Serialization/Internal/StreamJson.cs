using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>JSON in a stream of the application, which stays open.</summary>
internal static class StreamJson
{
    /// <summary>Opens the JSON at the position of the stream, in UTF-8 or, with a byte order mark, in UTF-16 or UTF-32.</summary>
    public static JsonInput Open(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return Open(new ReplayStream(stream));
        }

        long start = stream.Position;
        bool isOtherEncoding = HasOtherByteOrderMark(stream);
        stream.Position = start;
        return isOtherEncoding ? new TextInput(OpenText) : new BytesInput(stream, () => new JsonTextReader(OpenText()));

        StreamReader OpenText()
        {
            stream.Position = start;
            return CreateReader(stream);
        }
    }

    private static JsonInput Open(ReplayStream stream)
    {
        bool isOtherEncoding = HasOtherByteOrderMark(stream);
        stream.TryRestart();
        return isOtherEncoding
            ? new TextInput(() => CreateReader(stream))
            : new BytesInput(stream, () => stream.TryRestart() ? new JsonTextReader(CreateReader(stream)) : null, canReopen: false);
    }

    private static bool HasOtherByteOrderMark(Stream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        int length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        return mark[..length] is [0xFE, 0xFF] or [0xFF, 0xFE];
    }

    private static StreamReader CreateReader(Stream stream) => new(stream, leaveOpen: true);
}
