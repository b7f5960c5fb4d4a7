using Kajabi.Cli.Endpoints;
using Kajabi.Cli.Output;
using Spectre.Console;

namespace Kajabi.Cli;

/// <summary>The ends of the command: its output, its messages and its settings.</summary>
/// <param name="Out">What the user asked for.</param>
/// <param name="Error">Everything that is said besides.</param>
/// <param name="Variable">Gives the value of an environment variable.</param>
/// <param name="IsShown">Whether the output goes to a screen rather than into a file or another program.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Func<string, string?> Variable, bool IsShown = false)
{
    // Nobody sees the edge of a file or a pipe, so nothing is folded there.
    private const int WidthOfFile = 10_000;

    /// <summary>Says something that is no part of the answer.</summary>
    public void Say(string message) => Error.WriteLine($"kajabi: {SafeText.Of(message)}");

    /// <summary>Where the resources of a request go.</summary>
    public IResourceOutput OutputFor(ReadRequest request, bool asJson)
    {
        if (asJson)
        {
            return new JsonOutput(Out);
        }

        IAnsiConsole console = AnsiConsole.Create(IsShown
            ? new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Out) }
            : new AnsiConsoleSettings { Out = new AnsiConsoleOutput(new TrimmedLines(Out)), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        if (!IsShown)
        {
            console.Profile.Width = WidthOfFile;
        }

        return new PeopleOutput(console, request);
    }
}
