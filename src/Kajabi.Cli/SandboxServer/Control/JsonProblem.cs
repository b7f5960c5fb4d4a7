using System.Globalization;
using System.Text.Json;
using Kajabi.Sandbox.Internal.Data.Loading;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Describes where and why the body of a control request is not valid JSON.</summary>
internal static class JsonProblem
{
    /// <summary>Returns the position, which counts from 1, and a sentence.</summary>
    public static string Describe(JsonException exception)
    {
        string position = string.Create(
            CultureInfo.InvariantCulture,
            $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"
        );
        return $"{position}: {JsonErrorText.Create(exception)}";
    }
}
