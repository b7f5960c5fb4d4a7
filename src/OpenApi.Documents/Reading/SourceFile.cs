using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using YamlDotNet.Core;

namespace OpenApi.Documents.Reading;

/// <summary>A YAML or JSON file, with the line and column of each value.</summary>
public sealed class SourceFile
{
    private const string SyntaxRemedy = "Correct the syntax.";

    internal SourceFile(string path, JObject root)
    {
        Path = path;
        Root = root;
    }

    /// <summary>Gets the path or the name as specified, for messages.</summary>
    public string Path { get; }

    /// <summary>Gets the root object.</summary>
    internal JObject Root { get; }

    /// <summary>Gets the keys that occur more than once in the same mapping.</summary>
    internal IReadOnlyList<DuplicateKey> DuplicateKeys { get; private init; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="UnreadableFileException">
    /// The file cannot be opened, is not YAML or JSON, exceeds a limit, or its root is not a mapping.
    /// </exception>
    public static SourceFile Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, in YAML or JSON.</param>
    /// <param name="name">The name of the file, for messages.</param>
    /// <exception cref="UnreadableFileException">
    /// The text is not YAML or JSON, exceeds a limit, or its root is not a mapping.
    /// </exception>
    public static SourceFile Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return Read(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Reads a stream to its end. The stream is not disposed.</summary>
    /// <param name="stream">The stream, in UTF-8.</param>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="cancellationToken">Cancels the reading of the stream.</param>
    /// <exception cref="UnreadableFileException">
    /// The stream cannot be read, is not YAML or JSON, exceeds a limit, or its root is not a mapping.
    /// </exception>
    public static async Task<SourceFile> ReadAsync(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        MemoryStream bytes;
        try
        {
            bytes = await SourceBytes.ReadAsync(stream, name, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new UnreadableFileException(name, 1, 1, $"The file cannot be read: {exception.Message}");
        }

        return Read(name, () => bytes);
    }

    /// <summary>Reads a document from a stream.</summary>
    /// <param name="path">The name of the document, for messages.</param>
    /// <param name="open">Opens the stream, which is disposed.</param>
    /// <exception cref="UnreadableFileException">The stream cannot be read, is not YAML, or its root is not a mapping.</exception>
    internal static SourceFile Read(string path, Func<Stream> open)
    {
        string text = string.Empty;
        try
        {
            text = SourceBytes.ReadText(path, open);
            using StringReader characters = new(text);
            using YamlJsonReader reader = new(characters) { DateParseHandling = DateParseHandling.None, MaxDepth = ReadingLimits.MaxDepth };
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
            throw SurrogateEscapes.Find(path, text, exception)
                ?? TabIndentation.Find(path, text, exception)
                ?? new UnreadableFileException(
                    path,
                    (int)exception.Start.Line,
                    (int)exception.Start.Column,
                    $"The file is not YAML: {exception.Message.TrimEnd('.')}. {SyntaxRemedy}"
                );
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(path, 1, 1, "The file is not valid UTF-8. Save it as UTF-8.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The parser throws these exceptions for some texts that are not YAML.
            throw new UnreadableFileException(path, 1, 1, $"The file is not YAML: {exception.Message.TrimEnd('.')}. {SyntaxRemedy}");
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
}
