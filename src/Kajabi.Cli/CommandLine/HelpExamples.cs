using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Kajabi.Cli.Commands;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary>Writes a help text with the details and the examples of the command at its end.</summary>
/// <param name="help">Writes the help text without examples.</param>
internal sealed class HelpExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Indent = "  ";
    private const int MaxWidth = 100;

    private static readonly string[] s_root =
    [
        "kajabi get contact 123",
        "kajabi list offers --limit 5",
        "kajabi explain purchases",
        "kajabi export contacts --help",
    ];

    public override bool ClearsParseErrors => true;

    /// <summary>Returns the examples of a command, as complete command lines.</summary>
    public static IReadOnlyList<string> Get(Command command) => command is CliCommand { Examples: var examples } ? examples : s_root;

    /// <summary>Adds the examples to the help texts of all commands.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (Option option in root.Options)
        {
            if (option.Action is HelpAction help)
            {
                option.Action = new HelpExamples(help);
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is CliCommand { Details: { Length: > 0 } details })
        {
            output.WriteLine("Details:");
            foreach (string line in WordWrap.Split(details, Math.Min(help.MaxWidth, MaxWidth) - Indent.Length))
            {
                output.WriteLine(Indent + line);
            }

            output.WriteLine();
        }

        output.WriteLine("Examples:");
        foreach (string example in Get(parseResult.CommandResult.Command))
        {
            output.WriteLine($"  {example}");
        }

        return exitCode;
    }
}
