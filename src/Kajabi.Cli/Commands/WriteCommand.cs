using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;

namespace Kajabi.Cli.Commands;

/// <summary>Base class of <c>create</c> and <c>update</c>, which send a resource and show the one in the response.</summary>
internal abstract class WriteCommand : CliCommand
{
    private readonly WriteOptions _options;

    /// <param name="terminal">Streams and environment of the command.</param>
    /// <param name="name">The name of the command.</param>
    /// <param name="description">The help text of the command.</param>
    /// <param name="types">The resource types that the command accepts.</param>
    /// <param name="examples">Complete command lines for the help text.</param>
    /// <param name="arguments">The arguments after the resource type.</param>
    protected WriteCommand(
        Terminal terminal,
        string name,
        string description,
        IReadOnlyList<string> types,
        IReadOnlyList<string> examples,
        params IEnumerable<Argument> arguments
    )
        : base(terminal, name, description, "Print the stored resource as one JSON object.", examples)
    {
        _options = new WriteOptions(types);
        AddParameters([_options.Type, .. arguments], _options.All);
    }

    /// <summary>Validates the request and prepares the call.</summary>
    /// <exception cref="UsageException">The request cannot be sent.</exception>
    protected abstract Func<KajabiClient, CancellationToken, Task<Document>> Prepare(
        ParseResult result,
        ResourceOperations operations,
        WriteRequest request
    );

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        WriteRequest request = _options.Read(result);
        Func<KajabiClient, CancellationToken, Task<Document>> write = Prepare(result, ResourceCatalog.Get(request.Type), request);
        await using Connection connection = await ConnectForWritingAsync(cancellationToken);
        Document document = await write(connection.Client, cancellationToken);
        CreateOutput(result, ReadRequest.CreateDefault(request.Type)).WriteOne(document.PrimaryData[0]);
    }
}
