using System.Globalization;
using System.Text.Json;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Describes why a text is not valid JSON, without the advice of the parser to its programmer.</summary>
internal static class JsonProblem
{
    /// <summary>Returns the position, which counts from 1, and a sentence.</summary>
    public static string Describe(JsonException exception)
    {
        string position = string.Create(
            CultureInfo.InvariantCulture,
            $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"
        );
        return $"{position}: {GetCause(exception.Message)}";
    }

    private static string GetCause(string message)
    {
        bool Contains(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Contains("trailing comma") ? "A comma is before the end of an object or an array."
            : Contains("depth to be zero") ? "The text ends before the JSON does."
            // The parser appends its own position, which counts from 0.
            : message.Split(" LineNumber: ")[0].Split(" Path: ")[0];
    }
}
