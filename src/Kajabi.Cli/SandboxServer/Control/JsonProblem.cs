using System.Globalization;
using System.Text.Json;
using Kajabi.Sandbox.Internal.Data.Loading;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Describes where and why the body of a control request is not valid JSON.</summary>
internal static class JsonProblem
{
    /// <summary>Returns the position, which counts from 1, if it is known, and a sentence.</summary>
    public static string Describe(JsonException exception)
    {
        string problem = JsonErrorText.Create(exception);

        // The parser finds a duplicate member without its position.
        return exception is { LineNumber: { } line, BytePositionInLine: { } position }
            ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {position + 1}: {problem}")
            : problem;
    }
}
