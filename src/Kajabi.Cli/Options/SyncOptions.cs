using System.CommandLine;
using Kajabi.Cli.Operations;

namespace Kajabi.Cli.Options;

/// <summary>The arguments and options of <c>sync</c>.</summary>
internal sealed class SyncOptions
{
    /// <summary>The environment variable with the value of <c>--into</c>.</summary>
    public const string IntoVariable = "KAJABI_SYNC_INTO";

    private const string AllTypes = "all";
    private const int DefaultPageSize = 100;

    private readonly Argument<string[]> _types = new("types")
    {
        HelpName = "types",
        Arity = ArgumentArity.OneOrMore,
        Description = $"The resource types, or {AllTypes}: {string.Join(", ", Types)}.",
    };
    private readonly Option<string> _into = new("--into")
    {
        HelpName = "database",
        Description =
            "A SQLite file that only you can read, or the connection string or URL of a PostgreSQL database. "
            + $"Default: the environment variable {IntoVariable}, which hides a password from other users of the computer.",
    };
    private readonly Option<bool> _full = new("--full")
    {
        Description = "Read all lists in full, which also finds changes and deletions of the types whose lists do not show them.",
    };
    private readonly Option<string> _pageSize = NumberOption.CreatePageSize($"{DefaultPageSize}");

    public SyncOptions()
    {
        _types.CompletionSources.Add([.. Types]);
    }

    public Argument Argument => _types;

    public IReadOnlyList<Option> All => [_into, _full, _pageSize];

    /// <summary>The types whose lists can be read without a filter.</summary>
    private static IReadOnlyList<string> Types { get; } =
    [.. ResourceCatalog.Types.Where(static type => ResourceCatalog.Get(type) is { CanList: true, RequiredFilters.Count: 0 })];

    public bool IsFull(ParseResult result) => result.GetValue(_full);

    /// <exception cref="UsageException">The page size is invalid.</exception>
    public int ReadPageSize(ParseResult result) => NumberOption.Read(result, _pageSize) ?? DefaultPageSize;

    /// <summary>Returns the resource types without duplicates.</summary>
    /// <exception cref="UsageException">A type is unknown or has no list.</exception>
    public IReadOnlyList<string> ReadTypes(ParseResult result)
    {
        string[] types =
        [
            .. result.GetRequiredValue(_types).SelectMany(static value => value.Split(',')).Select(ResourceTypeName.Resolve).Distinct(),
        ];
        foreach (string type in types.Where(static type => type != AllTypes && !Types.Contains(type)))
        {
            // A connection string without --into is an argument, too, and a message must not contain its password.
            throw new UsageException(
                type.All(static character => char.IsAsciiLetterLower(character) || character == '_')
                    ? $"'{type}' cannot be synchronized, because the API has no list of it or only one with a required filter. "
                        + DidYouMean.Suggest(type, Types)
                    : $"An argument is no resource type. The types are {string.Join(", ", Types)}; a database belongs behind --into."
            );
        }

        return types.Contains(AllTypes) ? Types : types;
    }

    /// <summary>Returns the value of <c>--into</c> or of its environment variable.</summary>
    /// <exception cref="UsageException">Both are missing.</exception>
    public string ReadInto(ParseResult result, Terminal terminal) =>
        result.GetValue(_into)
        ?? terminal.GetVariable(IntoVariable)
        ?? throw new UsageException(
            $"The database is missing. Add --into <file>, or set {IntoVariable} to the connection string of a PostgreSQL database."
        );
}
