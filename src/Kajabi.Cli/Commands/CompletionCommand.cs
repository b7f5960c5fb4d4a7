using System.CommandLine;
using Kajabi.Cli.Completion;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi completion &lt;shell&gt;</c>: prints the script that completes command lines in a shell.</summary>
internal sealed class CompletionCommand : CliCommand
{
    private readonly Argument<string> _shell = new("shell")
    {
        HelpName = "shell",
        Description = $"The shell: {string.Join(", ", CompletionScript.Shells)}.",
    };

    public CompletionCommand(Terminal terminal)
        : base(
            terminal,
            "completion",
            "Print a script that completes commands, options, types, filters, includes and fields in a shell. "
                + "Add 'eval \"$(kajabi completion bash)\"' to ~/.bashrc or the same with zsh to ~/.zshrc, "
                + "'kajabi completion fish | source' to ~/.config/fish/config.fish, or "
                + "'kajabi completion pwsh | Out-String | Invoke-Expression' to the $PROFILE of PowerShell.",
            jsonDescription: null,
            ["kajabi completion bash", "kajabi completion zsh", "kajabi completion fish", "kajabi completion pwsh"]
        )
    {
        _shell.CompletionSources.Add([.. CompletionScript.Shells]);
        AddParameters([_shell], [], sendsRequests: false);
    }

    protected override Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string shell = result.GetRequiredValue(_shell);
        string script =
            CompletionScript.Find(shell)
            ?? throw new UsageException($"There is no completion for '{shell}'. {DidYouMean.Suggest(shell, CompletionScript.Shells)}");
        Terminal.Out.Write(script);
        return Task.CompletedTask;
    }
}
