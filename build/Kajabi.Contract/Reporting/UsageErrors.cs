using System.CommandLine;

namespace Kajabi.Contract.Reporting;

/// <summary>Describes what is wrong with a command line, without a line that a CI service would interpret.</summary>
internal static class UsageErrors
{
    /// <returns>One line for each error and one that names the help; empty if there is no error.</returns>
    public static List<string> Of(ParseResult parsed)
    {
        IEnumerable<string> empty =
            parsed.Errors.Count == 0 && parsed.Tokens.Any(static token => token.Value.Length == 0)
                ? ["An argument or the value of an option is empty. Give a value, or leave the option out."]
                : [];
        List<string> lines =
        [
            .. parsed
                .Errors.Select(static error => error.Message)
                .Concat(empty)
                .Select(static message => $"kajabi-contract: {ConsoleText.Line(message)}"),
        ];
        return lines.Count == 0 ? lines : [.. lines, "kajabi-contract: `--help` shows the usage of each command."];
    }
}
