using System.Text;
using OpenApi.Documents.Findings;

namespace OpenApi.Documents.Reading;

/// <summary>Reads the bytes of a file up to the limit: the length of a pipe or device is unknown and may be infinite.</summary>
internal static class SourceBytes
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Reads and decodes a stream.</summary>
    /// <param name="path">The name of the document, for messages.</param>
    /// <param name="open">Opens the stream, which is disposed.</param>
    /// <exception cref="UnreadableFileException">The file exceeds the limit, or contains a NUL character.</exception>
    /// <exception cref="DecoderFallbackException">The file is not valid UTF-8.</exception>
    public static string ReadText(string path, Func<Stream> open)
    {
        string text = Decode(Read(path, open));

        // The parser treats this character as the end of the file and would ignore the rest.
        int end = text.IndexOf('\0', StringComparison.Ordinal);
        return end < 0
            ? text
            : throw new UnreadableFileException(
                path,
                text.AsSpan(0, end).Count('\n') + 1,
                end - text.LastIndexOf('\n', end),
                "The file contains a NUL character here. Remove it."
            );
    }

    /// <summary>Reads a stream, which is not disposed.</summary>
    /// <exception cref="UnreadableFileException">The stream exceeds the limit.</exception>
    public static async Task<MemoryStream> ReadAsync(Stream stream, string path, CancellationToken cancellationToken)
    {
        MemoryStream bytes = new();
        byte[] buffer = new byte[BufferSize];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            Append(bytes, buffer.AsSpan(0, read), path);
        }

        bytes.Position = 0;
        return bytes;
    }

    private static MemoryStream Read(string path, Func<Stream> open)
    {
        using Stream file = open();
        MemoryStream bytes = new();
        byte[] buffer = new byte[BufferSize];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            Append(bytes, buffer.AsSpan(0, read), path);
        }

        bytes.Position = 0;
        return bytes;
    }

    private static void Append(MemoryStream bytes, ReadOnlySpan<byte> read, string path)
    {
        bytes.Write(read);
        if (bytes.Length > ReadingLimits.MaxBytes)
        {
            throw new UnreadableFileException(
                path,
                1,
                1,
                $"The file exceeds the limit of {ReadingLimits.MaxBytes:N0} bytes. {DocumentRules.LimitExceeded.Remedy}",
                DocumentRules.LimitExceeded
            );
        }
    }

    private static string Decode(MemoryStream bytes)
    {
        using StreamReader text = new(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return text.ReadToEnd();
    }
}
