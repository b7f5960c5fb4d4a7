namespace Kajabi.Cli.Operations;

/// <summary>The resource types that have operations in the OpenAPI document.</summary>
internal static class ResourceCatalog
{
    private static readonly ResourceOperations[] s_all =
    [
        .. GeneratedOperations.All.Select(static operations => new ResourceOperations(operations)),
    ];

    /// <summary>The types that can be read.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_all.Select(static operations => operations.Type)];

    /// <summary>The types that can be created.</summary>
    public static IReadOnlyList<string> Creatable { get; } =
    [.. s_all.Where(static operations => operations.CanCreate).Select(static operations => operations.Type)];

    /// <summary>The types that can be updated.</summary>
    public static IReadOnlyList<string> Updatable { get; } =
    [.. s_all.Where(static operations => operations.CanUpdate).Select(static operations => operations.Type)];

    /// <summary>The types that can be deleted.</summary>
    public static IReadOnlyList<string> Deletable { get; } =
    [.. s_all.Where(static operations => operations.CanDelete).Select(static operations => operations.Type)];

    /// <summary>Returns the operations of a type; null if the API has none, so that the type only occurs as an included resource.</summary>
    public static ResourceOperations? Find(string type) => s_all.FirstOrDefault(operations => operations.Type == type);

    /// <summary>Returns the operations of a type.</summary>
    /// <exception cref="UsageException">The type is unknown, or the API has no operations for it.</exception>
    public static ResourceOperations Get(string type) =>
        Find(type)
        ?? throw new UsageException(
            $"The API has no operation that reads '{type}'; some types are only included in other "
                + $"resources. {DidYouMean.Suggest(type, Types)}"
        );
}
