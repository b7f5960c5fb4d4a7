using Kajabi.Cli.Output;
using Spectre.Console;

namespace Kajabi.Cli;

/// <summary>Standard streams and environment of the command.</summary>
/// <param name="Out">Standard output: the result of the command.</param>
/// <param name="Error">Standard error: messages and progress.</param>
/// <param name="Environment">Returns the value of an environment variable.</param>
/// <param name="IsInteractive">Whether standard output is a terminal, not a file or a pipe.</param>
/// <param name="IsErrorInteractive">Whether standard error is a terminal.</param>
/// <param name="In">Standard input for prompts; null if the command cannot prompt.</param>
/// <param name="RedirectedIn">Standard input if it is a file or a pipe; null if it is a terminal.</param>
internal sealed record Terminal(
    TextWriter Out,
    TextWriter Error,
    Func<string, string?> Environment,
    bool IsInteractive = false,
    bool IsErrorInteractive = false,
    TextReader? In = null,
    TextReader? RedirectedIn = null
)
{
    /// <summary>The clock that measures durations.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    // Lines are not wrapped in files and pipes.
    private const int NonInteractiveWidth = 10_000;

    /// <summary>Whether the command can prompt.</summary>
    public bool CanPrompt => In is not null;

    /// <summary>Returns the trimmed value of an environment variable; null if it is missing or empty.</summary>
    public string? GetVariable(string name) => Environment(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Writes a message to standard error, in a terminal without broken words.</summary>
    public void WriteMessage(string message) =>
        Error.WriteLine(Wrap(CommandFilter.Apply($"kajabi: {TerminalSanitizer.Sanitize(message)}")));

    /// <summary>The width of standard error, if it is a terminal.</summary>
    private int ErrorWidth => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }).Profile.Width;

    private string Wrap(string text) => IsErrorInteractive ? string.Join('\n', WordWrap.Split(text, ErrorWidth)) : text;

    /// <summary>Prompts the user for a line of text.</summary>
    /// <returns>The line, empty at the end of the input; null if the command cannot prompt.</returns>
    public async Task<string?> PromptAsync(string prompt, CancellationToken cancellationToken)
    {
        if (In is null)
        {
            return null;
        }

        await Error.WriteAsync(Wrap($"kajabi: {TerminalSanitizer.Sanitize(prompt)}").AsMemory(), cancellationToken);
        await Error.FlushAsync(cancellationToken);
        return await ReadLineAsync(In, cancellationToken);
    }

    /// <summary>Reads the first line of standard input, or prompts for it.</summary>
    /// <returns>The line, empty at the end of the input; null if there is no input.</returns>
    public async Task<string?> ReadLineAsync(string prompt, CancellationToken cancellationToken) =>
        RedirectedIn is null ? await PromptAsync(prompt, cancellationToken) : await ReadLineAsync(RedirectedIn, cancellationToken);

    private static async Task<string> ReadLineAsync(TextReader input, CancellationToken cancellationToken)
    {
        // Reading a line of the console cannot be canceled, so only the wait is canceled.
        Task<string?> line = Task.Run(input.ReadLine, cancellationToken);

        // Observes an exception that is thrown after the wait was canceled.
        _ = line.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );
        return await line.WaitAsync(cancellationToken) ?? string.Empty;
    }

    /// <summary>Creates the console for human-readable output, with colors and wrapped lines if it is interactive.</summary>
    public IAnsiConsole CreateConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(
            IsInteractive
                ? new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Out) }
                : new AnsiConsoleSettings
                {
                    Out = new AnsiConsoleOutput(new TrailingWhitespaceTrimmingWriter(Out)),
                    Ansi = AnsiSupport.No,
                    ColorSystem = ColorSystemSupport.NoColors,
                }
        );
        if (!IsInteractive)
        {
            console.Profile.Width = NonInteractiveWidth;
        }

        return console;
    }

    /// <summary>Creates the console for progress; null if standard error is not interactive.</summary>
    public IAnsiConsole? CreateErrorConsole() =>
        IsErrorInteractive ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }) : null;
}
