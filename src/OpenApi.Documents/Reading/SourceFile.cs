using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using YamlDotNet.Core;

namespace OpenApi.Documents.Reading;

/// <summary>A YAML or JSON file as a tree of tokens with line and column.</summary>
/// <param name="Path">The path as specified by the user, for messages.</param>
/// <param name="Root">The root object.</param>
internal sealed record SourceFile(string Path, JObject Root)
{
    /// <summary>Gets the keys that occur more than once in the same mapping.</summary>
    public IReadOnlyList<DuplicateKey> DuplicateKeys { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableFileException">The file does not exist, is not YAML, or its root is not a mapping.</exception>
    public static SourceFile Load(string path) => Read(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));

    /// <summary>Reads a document from a stream.</summary>
    /// <param name="path">The name of the document, for messages.</param>
    /// <param name="open">Opens the stream, which is disposed.</param>
    /// <exception cref="UnreadableFileException">The stream cannot be read, is not YAML, or its root is not a mapping.</exception>
    public static SourceFile Read(string path, Func<Stream> open)
    {
        try
        {
            using StringReader text = new(ReadText(path, open));
            using YamlJsonReader reader = new(text) { DateParseHandling = DateParseHandling.None, MaxDepth = ReadingLimits.MaxDepth };
            if (!reader.Read())
            {
                throw new UnreadableFileException(path, 1, 1, "The file is empty. Specify an OpenAPI or Overlay document.");
            }

            JToken root = JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
            reader.ReadToEnd();
            if (reader.HasMergeKeys)
            {
                MergeKeys.Expand(root);
            }

            return root is JObject map
                ? new SourceFile(path, map) { DuplicateKeys = reader.DuplicateKeys }
                : throw new UnreadableFileException(
                    path,
                    1,
                    1,
                    "The root of the file is not a mapping. Specify an OpenAPI or Overlay document."
                );
        }
        catch (LimitException exception)
        {
            throw new UnreadableFileException(
                path,
                (int)exception.Position.Line,
                (int)exception.Position.Column,
                exception.Message,
                DocumentRules.LimitExceeded
            );
        }
        catch (YamlException exception)
        {
            throw new UnreadableFileException(
                path,
                (int)exception.Start.Line,
                (int)exception.Start.Column,
                $"The file is not YAML: {exception.Message}"
            );
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(path, 1, 1, "The file is not valid UTF-8. Save it as UTF-8.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The parser throws these exceptions for some texts that are not YAML.
            throw new UnreadableFileException(path, 1, 1, $"The file is not YAML: {exception.Message}");
        }
        catch (JsonException exception)
        {
            throw new UnreadableFileException(path, 1, 1, $"The file cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(path, 1, 1, $"The file cannot be opened: {exception.Message}");
        }
    }

    private static string ReadText(string path, Func<Stream> open)
    {
        string text = Decode(ReadBytes(path, open));

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

    private static string Decode(MemoryStream bytes)
    {
        using StreamReader text = new(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return text.ReadToEnd();
    }

    /// <summary>Reads up to the limit. The length of a pipe or device is unknown and may be infinite.</summary>
    private static MemoryStream ReadBytes(string path, Func<Stream> open)
    {
        using Stream file = open();
        MemoryStream bytes = new();
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = file.Read(buffer)) > 0; )
        {
            bytes.Write(buffer, 0, read);
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

        bytes.Position = 0;
        return bytes;
    }
}
