using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;

namespace Kajabi.Contract.Reading;

/// <summary>A YAML or JSON file as a tree whose every token knows its line and column.</summary>
/// <param name="Path">The path as the caller gave it, for messages.</param>
/// <param name="Root">The root object.</param>
internal sealed record SourceFile(string Path, JObject Root)
{
    // Schemas nest; the usual limit of 64 is reached by inline ones.
    private const int DeepestNesting = 512;

    /// <summary>The keys that stand more than once in one mapping.</summary>
    public IReadOnlyList<DuplicateKey> DuplicateKeys { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableFileException">It is missing, is no YAML, or its root is no mapping.</exception>
    public static SourceFile Load(string path)
    {
        try
        {
            using StreamReader text = new(path);
            using YamlJsonReader reader = new(text) { DateParseHandling = DateParseHandling.None, MaxDepth = DeepestNesting };
            if (!reader.Read())
            {
                throw new UnreadableFileException(path, 1, 1, "The file is empty. Give an OpenAPI or Overlay document.");
            }

            JToken root = JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
            if (reader.HasMergeKeys)
            {
                MergeKeys.WriteOut(root);
            }

            return root is JObject map
                ? new SourceFile(path, map) { DuplicateKeys = reader.DuplicateKeys }
                : throw new UnreadableFileException(path, 1, 1, "The file holds no mapping at its root. Give an OpenAPI or Overlay document.");
        }
        catch (YamlException exception)
        {
            throw new UnreadableFileException(path, (int)exception.Start.Line, (int)exception.Start.Column, $"The file is not YAML: {exception.Message}");
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
