using System.CommandLine;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.CommandLine;

/// <summary>Formats the errors of a command line, without text that a CI service would interpret as a command.</summary>
internal static class UsageErrors
{
    /// <returns>One line for each error and a hint about the help; empty if there is no error.</returns>
    public static List<string> Format(ParseResult parsed)
    {
        IEnumerable<string> empty =
            parsed.Errors.Count == 0 && parsed.Tokens.Any(static token => token.Value.Length == 0)
                ? ["An argument or the value of an option is empty. Specify a value, or omit the option."]
                : [];
        List<string> lines =
        [
            .. parsed
                .Errors.Select(static error => error.Message)
                .Concat(empty)
                .Select(static message => $"{ProgramName.Value}: {ConsoleText.Line(message)}"),
        ];
        return lines.Count == 0 ? lines : [.. lines, $"{ProgramName.Value}: `--help` shows the usage of each command."];
    }
}
