using System.CommandLine;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Options;

/// <summary>The options that <c>get</c>, <c>list</c> and <c>export</c> share.</summary>
internal sealed class ReadOptions
{
    /// <summary>The help text of <c>--filter</c> for commands that read a list.</summary>
    public const string ListFilterDescription =
        "Filter the list: site_id=9 is sent as filter[site_id]. 'kajabi explain <type>' lists the filters. Can be given multiple times.";

    private readonly Argument<string> _type = TypeArgument.Create(ResourceCatalog.Types);
    private readonly Option<string[]> _include = new("--include")
    {
        HelpName = "a,b.c",
        Description = "Related resources to load: include paths separated by commas. 'kajabi explain <type>' lists them.",
    };
    private readonly Option<string[]> _fields = new("--fields")
    {
        HelpName = "type=a,b",
        Description = "Sparse fieldset: the attributes to load of a type. Can be given once per type. 'kajabi explain <type>' lists them.",
    };
    private readonly Option<string[]> _filter;

    /// <param name="filterDescription">The help text of <c>--filter</c>.</param>
    public ReadOptions(string filterDescription)
    {
        _filter = new Option<string[]>("--filter") { HelpName = "name=value", Description = filterDescription };
        _include.CompletionSources.Add(context => NameCompletions.GetIncludes(context, _type));
        _fields.CompletionSources.Add(context => NameCompletions.GetFields(context, _type));
        _filter.CompletionSources.Add(context => NameCompletions.GetFilters(context, _type));
    }

    /// <summary>How resources are written as JSON, for the help text of <c>--json</c>.</summary>
    public static string JsonFormatDescription { get; } =
        $"Related resources are nested up to {ResourceJson.MaxDepth} levels deep, each in full once per "
        + $"printed resource and otherwise as {{id,type}}. "
        + $"If a page would become more than {PagePlacement.MaxGrowth} times as large as the response, each is in full once per page.";

    /// <summary>The argument for the resource type.</summary>
    public Argument<string> Type => _type;

    /// <summary>All options.</summary>
    public IReadOnlyList<Option> All => [_include, _fields, _filter];

    /// <summary>Returns the requested resources and fields.</summary>
    /// <exception cref="UsageException">The API cannot read the type, or an option has an invalid format.</exception>
    public ReadRequest Read(ParseResult result) =>
        new(
            ResourceCatalog.Get(TypeArgument.Read(result, _type)).Type,
            [.. (result.GetValue(_include) ?? []).SelectMany(static paths => Split("--include", paths, paths)).Distinct()],
            KeyValueOption
                .Read(result, _fields)
                .SelectMany(static pair =>
                    Split("--fields", pair.Value, $"{pair.Key}={pair.Value}")
                        .Select(field => (Key: ResourceTypeName.Resolve(pair.Key), field))
                )
                .ToLookup(static pair => pair.Key, static pair => pair.field),
            ReadFilters(result, _filter)
        );

    /// <summary>Returns the values of filters by name, without <c>filter[]</c>.</summary>
    /// <exception cref="UsageException">A filter has an invalid format or no value.</exception>
    public static ILookup<string, string> ReadFilters(ParseResult result, Option<string[]> filter) =>
        KeyValueOption.Read(result, filter).ToLookup(static pair => GetFilterName(pair.Key), static pair => GetFilterValue(pair));

    private static string[] Split(string option, string list, string text)
    {
        string[] items = list.Split(',', StringSplitOptions.TrimEntries);
        return items.Any(static item => item.Length == 0)
            ? throw new UsageException($"{option} requires names separated by commas; '{text}' contains an empty name.")
            : items;
    }

    private static string GetFilterValue(KeyValuePair<string, string> filter) =>
        string.IsNullOrWhiteSpace(filter.Value)
            ? throw new UsageException(
                $"--filter {filter.Key} is given without a value, and the API would return all resources. Add a value or omit the option."
            )
            : filter.Value;

    // The name of a list filter ends with [] in the URL; the user can omit it.
    private static string GetFilterName(string filter) => filter.EndsWith("[]", StringComparison.Ordinal) ? filter[..^2] : filter;
}
