using System.CommandLine;
using System.CommandLine.Completions;
using Kajabi.Cli.Operations;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Options;

/// <summary>Completes the names that belong to the resource type of a command line. Sends no request.</summary>
internal static class NameCompletions
{
    public static IEnumerable<string> GetIncludes(CompletionContext context, Argument<string> type) =>
        CompleteList(context, Find(context, type)?.Includes);

    public static IEnumerable<string> GetFilters(CompletionContext context, Argument<string> type) =>
        Find(context, type)?.Filters.Select(static filter => $"{filter}=") ?? [];

    public static IEnumerable<string> GetSorts(CompletionContext context, Argument<string> type) =>
        CompleteList(context, Find(context, type)?.Sorts.SelectMany(static sort => new[] { sort, $"-{sort}" }).ToList());

    public static IEnumerable<string> GetColumns(CompletionContext context, Argument<string> type) =>
        CompleteList(context, ReadType(context, type) is { } name ? ResourceColumn.GetAll(name) : null);

    /// <summary>Completes the names of types, and after the equals sign the attributes of the type.</summary>
    public static IEnumerable<string> GetFields(CompletionContext context, Argument<string> type)
    {
        if (context.WordToComplete.Split('=') is [var owner, var list])
        {
            return CompleteList(list, ResourceColumn.GetAttributes(ResourceTypeName.Resolve(owner))).Select(names => $"{owner}={names}");
        }

        string? name = ReadType(context, type);
        return (name is null ? ResourceTypeTable.Types : ResourceTypeTable.Types.Prepend(name).Distinct()).Select(static one => $"{one}=");
    }

    private static ResourceOperations? Find(CompletionContext context, Argument<string> type) =>
        ReadType(context, type) is { } name ? ResourceCatalog.Find(name) : null;

    private static string? ReadType(CompletionContext context, Argument<string> type) =>
        context.ParseResult.GetResult(type)?.Tokens is [var token, ..] ? ResourceTypeName.Resolve(token.Value) : null;

    private static IEnumerable<string> CompleteList(CompletionContext context, IReadOnlyList<string>? names) =>
        CompleteList(context.WordToComplete, names ?? []);

    /// <summary>Completes the last name of a list that is separated by commas.</summary>
    private static IEnumerable<string> CompleteList(string word, IReadOnlyList<string> names)
    {
        string earlier = word[..(word.LastIndexOf(',') + 1)];
        return names.Except(earlier.Split(',')).Select(name => earlier + name);
    }
}
