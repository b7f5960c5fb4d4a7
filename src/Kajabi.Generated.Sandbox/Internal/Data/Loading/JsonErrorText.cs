using System.Text.Json;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>Errors of the parser in terms of the file: its own messages name options that the author of a file cannot set.</summary>
internal static class JsonErrorText
{
    /// <summary>Returns a sentence.</summary>
    public static string Create(JsonException exception)
    {
        string message = exception.Message;
        return Contains("trailing comma") ? "A comma is before the end of an object or an array."
            : Contains("depth to be zero") || Contains("contain any JSON tokens") || Contains("reached end of data")
                ? "The text ends before the JSON does."
            : Contains("maximum configured depth") ? "It has more than 64 levels."
            // The parser appends its own position, which counts from 0 and does not know the lines before.
            : message.Split(" LineNumber: ")[0].Split(" Path: ")[0];

        bool Contains(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
