using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary>
/// Base class of the commands. Defines <c>--json</c>, runs the command with error handling, and creates its connection and its output.
/// </summary>
internal abstract class CliCommand : Command
{
    private readonly Option<bool> _json;

    /// <param name="terminal">Streams and environment of the command.</param>
    /// <param name="name">The name of the command.</param>
    /// <param name="description">The help text of the command.</param>
    /// <param name="jsonDescription">The help text of <c>--json</c>: what it prints.</param>
    protected CliCommand(Terminal terminal, string name, string description, string jsonDescription)
        : base(name, description)
    {
        Terminal = terminal;
        _json = new Option<bool>("--json") { Description = $"{jsonDescription} Nothing else is written to standard output." };
        SetAction(
            (result, cancellationToken) =>
                CommandErrorHandler.RunAsync(terminal, () => ExecuteAsync(result, cancellationToken), cancellationToken)
        );
    }

    protected Terminal Terminal { get; }

    /// <summary>Runs the command.</summary>
    protected abstract Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken);

    /// <summary>Adds arguments and options, followed by <c>--json</c>.</summary>
    protected void AddParameters(IEnumerable<Argument> arguments, IEnumerable<Option> options)
    {
        foreach (Argument argument in arguments)
        {
            Add(argument);
        }

        foreach (Option option in options)
        {
            Add(option);
        }

        Add(_json);
    }

    protected bool IsJson(ParseResult result) => result.GetValue(_json);

    /// <summary>Connects to the API, or to a sandbox if no credentials are set.</summary>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    protected Task<Connection> ConnectAsync(CancellationToken cancellationToken) => Connection.OpenAsync(Terminal, cancellationToken);

    /// <summary>
    /// Like <see cref="ConnectAsync"/>, for a command that writes: the message about a sandbox states that changes are discarded.
    /// </summary>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    protected Task<Connection> ConnectForWritingAsync(CancellationToken cancellationToken) =>
        Connection.OpenForWritingAsync(Terminal, cancellationToken);

    /// <summary>Creates the output for the resources of a response.</summary>
    protected IResourceOutput CreateOutput(ParseResult result, ReadRequest request) =>
        IsJson(result) ? new JsonOutput(Terminal.Out) : new ConsoleOutput(Terminal.CreateConsole(), Terminal.Out, request);

    /// <summary>Writes a result that is not a list of resources.</summary>
    protected void Write(ParseResult result, ICommandResult value)
    {
        if (IsJson(result))
        {
            value.WriteJson(Terminal.Out);
        }
        else
        {
            value.WriteText(Terminal);
        }

        Terminal.Out.Flush();
    }

    /// <summary>Reports requested related resources that the output cannot show.</summary>
    protected void WarnAboutUnlinkedResources(ReadRequest request, Document document)
    {
        if (request.Include.Count > 0 && UnlinkedResources.Describe(document) is { } counts)
        {
            Terminal.WriteMessage(
                $"the response includes {counts} that no shown resource is linked to, so they are missing from the output."
            );
        }
    }
}
