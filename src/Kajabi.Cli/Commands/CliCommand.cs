using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary>
/// Base class of the commands. Defines <c>--json</c> and <c>--verbose</c>, runs the command with error handling, and creates its connection
/// and its output.
/// </summary>
internal abstract class CliCommand : Command
{
    private readonly Option<bool>? _json;
    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Print each request on standard error: method, URL without secrets, status code, duration and retries.",
    };

    /// <param name="terminal">Streams and environment of the command.</param>
    /// <param name="name">The name of the command.</param>
    /// <param name="description">The help text of the command. The list of all commands shows its first sentence.</param>
    /// <param name="jsonDescription">The help text of <c>--json</c>: what it prints. Null for a command without this option.</param>
    /// <param name="examples">Complete command lines for the help text.</param>
    protected CliCommand(Terminal terminal, string name, string description, string? jsonDescription, IReadOnlyList<string> examples)
        : base(name, description[..GetSummaryLength(description)])
    {
        (Terminal, Examples, Details) = (terminal, examples, description[GetSummaryLength(description)..].Trim());
        _json = jsonDescription is null
            ? null
            : new Option<bool>("--json") { Description = $"{jsonDescription} Nothing else is written to standard output." };
        SetAction(
            (result, cancellationToken) =>
            {
                RequestLog = result.GetResult(_verbose) is null || !result.GetValue(_verbose) ? null : new RequestLog(terminal);
                return CommandErrorHandler.RunAsync(terminal, () => ExecuteAsync(result, cancellationToken), cancellationToken);
            }
        );
    }

    /// <summary>The help text after its first sentence.</summary>
    public string Details { get; }

    /// <summary>Complete command lines for the help text.</summary>
    public IReadOnlyList<string> Examples { get; }

    protected Terminal Terminal { get; }

    /// <summary>Writes the requests to standard error; null without <c>--verbose</c>.</summary>
    protected RequestLog? RequestLog { get; private set; }

    /// <summary>Runs the command.</summary>
    protected abstract Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken);

    /// <summary>Adds arguments and options, followed by <c>--json</c> and <c>--verbose</c>.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <param name="sendsRequests">Whether the command sends requests, which <c>--verbose</c> prints.</param>
    protected void AddParameters(IEnumerable<Argument> arguments, IEnumerable<Option> options, bool sendsRequests = true)
    {
        foreach (Argument argument in arguments)
        {
            Add(argument);
        }

        foreach (Option option in options)
        {
            Add(option);
        }

        if (_json is not null)
        {
            Add(_json);
        }

        if (sendsRequests)
        {
            Add(_verbose);
        }
    }

    protected bool IsJson(ParseResult result) => _json is not null && result.GetValue(_json);

    /// <summary>Connects to the API, or to a sandbox if no credentials are set.</summary>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    protected Task<Connection> ConnectAsync(CancellationToken cancellationToken) =>
        Connection.OpenAsync(Terminal, RequestLog, cancellationToken);

    /// <summary>
    /// Like <see cref="ConnectAsync"/>, for a command that writes: the message about a sandbox states that changes are discarded.
    /// </summary>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    protected Task<Connection> ConnectForWritingAsync(CancellationToken cancellationToken) =>
        Connection.OpenForWritingAsync(Terminal, RequestLog, cancellationToken);

    /// <summary>Creates the output for the resources of a response.</summary>
    protected IResourceOutput CreateOutput(ParseResult result, ReadRequest request) =>
        IsJson(result) ? new JsonOutput(Terminal.Out) : new ConsoleOutput(Terminal.CreateConsole(), Terminal.Out, request, []);

    /// <summary>Writes a result that is not a list of resources, as JSON if <c>--json</c> is given.</summary>
    protected void Write(ParseResult result, ICommandResult value) => Write(value, IsJson(result));

    /// <summary>Writes a result that is not a list of resources.</summary>
    protected void Write(ICommandResult value, bool isJson)
    {
        if (isJson)
        {
            value.WriteJson(Terminal.Out);
        }
        else
        {
            value.WriteText(Terminal);
        }

        Terminal.Out.Flush();
    }

    private static int GetSummaryLength(string description) =>
        description.IndexOf(". ", StringComparison.Ordinal) is >= 0 and int end ? end + 1 : description.Length;

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
