using System.CommandLine;
using Kajabi.Cli.Endpoints;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary>What <c>get</c> and <c>list</c> have in common.</summary>
internal sealed class ReadOptions
{
    private readonly Argument<string> _type = new("type")
    {
        HelpName = "type",
        Description = $"The resource type on the wire: {string.Join(", ", ResourceCatalog.Types)}.",
    };
    private readonly Option<string[]> _include = new("--include")
    {
        HelpName = "a,b.c",
        Description = "Related resources to load, as paths with dots; several with commas. 'kajabi explain <type>' lists them.",
    };
    private readonly Option<string[]> _fields = new("--fields")
    {
        HelpName = "type=a,b",
        Description = "The attributes to load of one type; repeat it for more types. 'kajabi explain <type>' lists them.",
    };
    private readonly Option<string[]> _filter = new("--filter") { HelpName = "name=value" };
    private readonly Option<bool> _json = new("--json");

    /// <summary>What is to be known of resources as JSON.</summary>
    public static string JsonForm { get; } =
        $"Related resources nest {ResourceJson.MaxDepth} deep, each in full once for the resource that is printed; elsewhere they are {{id,type}}. "
        + $"Where resources of a page share so much that the page would be {PagePlacement.MaxGrowth} times the response, each is in full once on the page.";

    /// <summary>Adds the options to a command, with the words that differ between commands.</summary>
    public void AddTo(Command command, string filter, string json)
    {
        _filter.Description = filter;
        _json.Description = $"{json} Nothing else goes to standard output.";
        _type.CompletionSources.Add([.. ResourceCatalog.Types]);
        command.Add(_type);
        command.Add(_include);
        command.Add(_fields);
        command.Add(_filter);
        command.Add(_json);
    }

    public bool IsJson(ParseResult result) => result.GetValue(_json);

    /// <summary>What the user asked for.</summary>
    /// <exception cref="UsageException">An option is not of its form.</exception>
    public ReadRequest Read(ParseResult result) =>
        new(
            result.GetRequiredValue(_type),
            [.. (result.GetValue(_include) ?? []).SelectMany(static paths => Items("--include", paths, paths)).Distinct()],
            KeyValueOption
                .Read(result, _fields)
                .SelectMany(static pair => Items("--fields", pair.Value, $"{pair.Key}={pair.Value}").Select(field => (pair.Key, field)))
                .ToLookup(static pair => pair.Key, static pair => pair.field),
            KeyValueOption.Read(result, _filter).ToLookup(static pair => Name(pair.Key), static pair => FilterValue(pair))
        );

    private static string[] Items(string option, string list, string text)
    {
        string[] items = list.Split(',', StringSplitOptions.TrimEntries);
        return items.Any(static item => item.Length == 0)
            ? throw new UsageException($"{option} takes names with commas between them, and one is empty in '{text}'.")
            : items;
    }

    private static string FilterValue(KeyValuePair<string, string> filter) =>
        string.IsNullOrWhiteSpace(filter.Value)
            ? throw new UsageException(
                $"--filter {filter.Key} is given without a value, and the API would return everything. Add the value, or leave the option out."
            )
            : filter.Value;

    // A filter that takes a list ends in [] on the wire, which need not be said.
    private static string Name(string filter) => filter.EndsWith("[]", StringComparison.Ordinal) ? filter[..^2] : filter;
}
