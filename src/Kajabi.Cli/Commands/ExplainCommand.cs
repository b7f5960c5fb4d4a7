using System.CommandLine;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi explain &lt;type&gt;</c>: lists the names that the other commands accept for a resource type.</summary>
internal sealed class ExplainCommand : CliCommand
{
    private readonly Argument<string> _type = TypeArgument.Create(ResourceTypeTable.Types);
    private readonly FormatOption _format = new(string.Empty, OutputFormat.Table, OutputFormat.Json);

    public ExplainCommand(Terminal terminal)
        : base(
            terminal,
            "explain",
            "List the attributes, relationships, includes, filters and sort orders of a resource type. Sends no request.",
            "Print one JSON object.",
            ["kajabi explain contacts", "kajabi explain purchases --json"]
        )
    {
        AddParameters([_type], [_format.Option], sendsRequests: false);
    }

    protected override Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        bool isJson = _format.Read(result, IsJson(result)) == OutputFormat.Json;
        string type = TypeArgument.Read(result, _type);
        Resource resource =
            ResourceTypeTable.Find(type)
            ?? throw new UsageException($"There is no resource type '{type}'. {DidYouMean.Suggest(type, ResourceTypeTable.Types)}");
        Write(new TypeDescription(resource, ResourceCatalog.Find(type)), isJson);
        return Task.CompletedTask;
    }
}
