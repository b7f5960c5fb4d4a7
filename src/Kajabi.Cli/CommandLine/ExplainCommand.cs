using System.CommandLine;
using Kajabi.Cli.Endpoints;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi explain &lt;type&gt;</c>: the names that the other commands accept for a resource type.</summary>
internal sealed class ExplainCommand
{
    private readonly Argument<string> _type = new("type")
    {
        HelpName = "type",
        Description = $"The resource type: {string.Join(", ", ResourceTypeTable.Types)}.",
    };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object. Nothing else goes to standard output." };
    private readonly Terminal _terminal;

    private ExplainCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        ExplainCommand explain = new(terminal);
        explain._type.CompletionSources.Add([.. ResourceTypeTable.Types]);
        Command command = new(
            "explain",
            "List the attributes, relationships, includes, filters and sort orders of a resource type. Sends no request."
        )
        {
            explain._type,
            explain._json,
        };
        command.SetAction(explain.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            () =>
            {
                string type = result.GetRequiredValue(_type);
                Resource resource =
                    ResourceTypeTable.Find(type)
                    ?? throw new UsageException($"There is no resource type '{type}'. {DidYouMean.Suggest(type, ResourceTypeTable.Types)}");
                TypeDescription description = new(resource, ResourceCatalog.TryFind(type));
                if (result.GetValue(_json))
                {
                    description.WriteJson(_terminal.Out);
                }
                else
                {
                    description.WriteTo(_terminal.Console());
                }

                return Task.CompletedTask;
            },
            cancellationToken
        );
}
