using System.Text.RegularExpressions;

namespace Kajabi.Cli.Endpoints;

/// <summary>The resource types that have operations of their own, as the generated interfaces have them.</summary>
internal static partial class ResourceCatalog
{
    private static readonly Endpoint[] s_all =
    [
        .. Operation
            .All.Where(static operation =>
                operation.PathOf(HttpMethod.Get) is { } path
                && OneResource().IsMatch(path)
                && Endpoint.ResourceOf(operation.Result) is not null
            )
            .Select(static get => new Endpoint(get))
            .OrderBy(static endpoint => endpoint.Type, StringComparer.Ordinal),
    ];

    /// <summary>The types that can be read, for messages and help.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_all.Select(static endpoint => endpoint.Type)];

    /// <summary>The types that can be created, for messages and help.</summary>
    public static IReadOnlyList<string> Created { get; } =
    [.. s_all.Where(static endpoint => endpoint.Create is not null).Select(static endpoint => endpoint.Type)];

    /// <summary>The types that can be updated, for messages and help.</summary>
    public static IReadOnlyList<string> Updated { get; } =
    [.. s_all.Where(static endpoint => endpoint.Update is not null).Select(static endpoint => endpoint.Type)];

    /// <summary>The types that can be deleted, for messages and help.</summary>
    public static IReadOnlyList<string> Deleted { get; } =
    [.. s_all.Where(static endpoint => endpoint.Delete is not null).Select(static endpoint => endpoint.Type)];

    /// <summary>Returns the endpoint of a type; null when the API reads no such resources by themselves.</summary>
    public static Endpoint? TryFind(string type) => s_all.FirstOrDefault(endpoint => endpoint.Type == type);

    /// <summary>Finds the endpoint of a type.</summary>
    /// <exception cref="UsageException">The API reads no such resources by themselves.</exception>
    public static Endpoint Find(string type) =>
        TryFind(type)
        ?? throw new UsageException(
            $"'{type}' is no type that the API reads by itself; some types only come included in others. {DidYouMean.Suggest(type, Types)}"
        );

    [GeneratedRegex(@"^/v1/\w+/\{\w+\}$")]
    private static partial Regex OneResource();
}
