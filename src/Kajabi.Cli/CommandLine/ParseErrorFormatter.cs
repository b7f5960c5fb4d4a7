using System.CommandLine;
using System.CommandLine.Parsing;
using Kajabi.Cli.Options;

namespace Kajabi.Cli.CommandLine;

/// <summary>Formats the errors of a command line, with suggestions for mistyped commands and options.</summary>
internal static class ParseErrorFormatter
{
    /// <summary>Returns the messages. None of them contains an offer link.</summary>
    public static IEnumerable<string> Format(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        IReadOnlyList<string> unknown = result.UnmatchedTokens;
        if (unknown.Any(MisplacedLink.IsIn))
        {
            return [MisplacedLink.Problem];
        }

        string[] suggestions =
        [
            .. unknown.Where(IsOption).Select(token => SuggestOption(command, token)),
            .. unknown.Where(static token => !IsOption(token)).Take(1).Select(token => SuggestCommand(command, token)).OfType<string>(),
        ];

        // The parser reports each unknown argument again, and after an unknown command also that there is none.
        IEnumerable<string> others = result
            .Errors.Where(error => suggestions.Length == 0 || (command is not RootCommand && !unknown.Any(token => Quotes(error, token))))
            .Select(static error => error.Message);
        return suggestions.Concat(others).Select(static message => MisplacedLink.IsIn(message) ? MisplacedLink.Problem : message);
    }

    private static bool Quotes(ParseError error, string token) => error.Message.Contains($"'{token}'", StringComparison.Ordinal);

    private static bool IsOption(string token) => token.StartsWith('-');

    private static string SuggestOption(Command command, string token)
    {
        // Without its value, which may be a secret.
        string name = token.Split('=', ':')[0];
        string[] options = [.. command.Options.Select(static option => option.Name)];
        string owner = command is RootCommand ? "kajabi" : $"kajabi {command.Name}";
        return $"'{owner}' has no option '{name}'. {DidYouMean.Suggest(name, options)}";
    }

    private static string? SuggestCommand(Command command, string token)
    {
        string[] commands = [.. command.Subcommands.Select(static subcommand => subcommand.Name)];
        return commands.Length > 0 ? $"There is no command '{token}'. {DidYouMean.Suggest(token, commands)}" : null;
    }
}
