using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>The location of a token in a JSON text, for messages.</summary>
/// <param name="Path">The path, such as <c>data[0].attributes</c>.</param>
/// <param name="Line">The line, from 1; -1 if it is unknown.</param>
/// <param name="Position">The position in the line.</param>
internal readonly record struct JsonLocation(string Path, int Line, int Position)
{
    /// <summary>The line and position of JSON that is not text.</summary>
    public const int Unknown = -1;

    /// <summary>Gets the location of the current token of a reader.</summary>
    public static JsonLocation Of(JsonReader reader) =>
        reader is IJsonLineInfo line && line.HasLineInfo()
            ? new JsonLocation(reader.Path, line.LineNumber, line.LinePosition)
            : new JsonLocation(reader.Path, Unknown, Unknown);

    /// <summary>Finds a token by its number, in a second pass over the JSON: only failures need the location.</summary>
    /// <param name="input">The JSON; null for a value outside a text.</param>
    /// <param name="tokens">The number of tokens up to and including the token.</param>
    /// <param name="path">The path of the object that contains the token, for JSON that can be read only once.</param>
    public static JsonLocation Find(JsonInput? input, long tokens, PathStack path)
    {
        if (input?.FindLocation(tokens, path) is { } current)
        {
            return current;
        }

        using JsonReader? reader = input?.Reopen();
        if (reader is null)
        {
            return new JsonLocation(path.ToString(), Unknown, Unknown);
        }

        reader.MaxDepth = null; // The first pass had its own limit.
        try
        {
            while (tokens > 0 && reader.Read())
            {
                tokens -= reader.TokenType == JsonToken.Comment ? 0 : 1;
            }
        }
        catch (JsonReaderException)
        {
            // The reader stays at the location of the error.
        }

        return Of(reader);
    }

    public KajabiSerializationException Failure(string message, bool isTooDeep = false)
    {
        string position = Line != Unknown ? $" (line {Line}, position {Position})" : string.Empty;
        string path = Path.Length == 0 ? "the root" : $"'{Path}'";
        return new KajabiSerializationException($"{message}, at {path}{position}.", Path) { IsTooDeep = isTooDeep };
    }
}
