using Kajabi.Cli.Endpoints;
using Kajabi.Cli.Output;
using Spectre.Console;

namespace Kajabi.Cli;

/// <summary>The ends of the command: its output, its messages and its settings.</summary>
/// <param name="Out">What the user asked for.</param>
/// <param name="Error">Everything that is said besides.</param>
/// <param name="Variable">Gives the value of an environment variable.</param>
/// <param name="IsShown">Whether the output goes to a screen rather than into a file or another program.</param>
/// <param name="IsErrorShown">The same of what is said besides.</param>
/// <param name="In">Where the user types; null where there is nobody to ask.</param>
internal sealed record Terminal(
    TextWriter Out,
    TextWriter Error,
    Func<string, string?> Variable,
    bool IsShown = false,
    bool IsErrorShown = false,
    TextReader? In = null
)
{
    // Nobody sees the edge of a file or a pipe, so nothing is folded there.
    private const int WidthOfFile = 10_000;

    /// <summary>Says something that is no part of the answer.</summary>
    public void Say(string message) => Error.WriteLine(CommandFilter.Apply($"kajabi: {TerminalSanitizer.Of(message)}"));

    /// <summary>Reports related resources that were asked for and that the output cannot show.</summary>
    public void WarnOfUnlinked(ReadRequest request, Document document)
    {
        if (request.Include.Count > 0 && UnlinkedResources.Describe(document) is { } counts)
        {
            Say($"the response includes {counts} without linking them to any resource that is shown, so they are missing from the output.");
        }
    }

    /// <summary>Asks the user.</summary>
    /// <returns>The answer, empty where the user typed nothing; null where there is nobody to ask.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        if (In is null)
        {
            return null;
        }

        await Error.WriteAsync($"kajabi: {TerminalSanitizer.Of(question)}".AsMemory(), cancellationToken);
        await Error.FlushAsync(cancellationToken);

        // A terminal gives its line when the user ends it and no sooner, so the wait is ended from outside.
        Task<string?> line = Task.Run(In.ReadLine, cancellationToken);

        // It may fail after the wait was canceled, when nothing else looks at it.
        _ = line.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );
        return await line.WaitAsync(cancellationToken) ?? string.Empty;
    }

    /// <summary>Where the resources of a request go.</summary>
    public IResourceOutput OutputFor(ReadRequest request, bool asJson) =>
        asJson ? new JsonOutput(Out) : new ConsoleOutput(Console(), Out, request);

    /// <summary>The output for people, with colours and folded lines where somebody sees it.</summary>
    public IAnsiConsole Console()
    {
        IAnsiConsole console = AnsiConsole.Create(
            IsShown
                ? new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Out) }
                : new AnsiConsoleSettings
                {
                    Out = new AnsiConsoleOutput(new TrailingWhitespaceTrimmingWriter(Out)),
                    Ansi = AnsiSupport.No,
                    ColorSystem = ColorSystemSupport.NoColors,
                }
        );
        if (!IsShown)
        {
            console.Profile.Width = WidthOfFile;
        }

        return console;
    }

    /// <summary>A console for what moves while the user waits; null where nobody sees it.</summary>
    public IAnsiConsole? ErrorConsole() =>
        IsErrorShown ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }) : null;
}
