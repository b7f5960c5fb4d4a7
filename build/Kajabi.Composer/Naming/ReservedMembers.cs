namespace Kajabi.Composer.Naming;

/// <summary>
/// Names that generated members must not have, because handwritten code declares or uses them. A test derives the list of them from the
/// compiled code.
/// </summary>
internal static class ReservedMembers
{
    private static readonly ILookup<string, string> s_names = Read();

    public static IReadOnlySet<string> Attributes { get; } = Of(nameof(Attributes));

    public static IReadOnlySet<string> Relationships { get; } = Of(nameof(Relationships));

    // The language does not allow a member with the name Clone in a record.
    public static IReadOnlySet<string> Enum { get; } = new HashSet<string>(Of(nameof(Enum))) { "Clone" };

    public static IReadOnlySet<string> Filter { get; } = Of(nameof(Filter));

    public static IReadOnlySet<string> Query { get; } = Of(nameof(Query));

    /// <summary>
    /// Gets the members of the client, types that its methods use, and namespaces: a property with such a name would hide them.
    /// </summary>
    public static IReadOnlySet<string> Client { get; } = Of(nameof(Client));

    public static IReadOnlySet<string> Fieldsets { get; } = Of(nameof(Fieldsets));

    /// <summary>Returns whether a class cannot have a member with this name. A member must not have the name of its class either.</summary>
    /// <param name="reserved">The names that are reserved in the class.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="owner">The name of the class.</param>
    public static bool IsReserved(IReadOnlySet<string> reserved, string name, string owner) => reserved.Contains(name) || name == owner;

    private static HashSet<string> Of(string group) => [.. s_names[group]];

    private static ILookup<string, string> Read()
    {
        using Stream list = typeof(ReservedMembers).Assembly.GetManifestResourceStream("ReservedMembers.txt")!;
        using StreamReader reader = new(list);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split('.'))
            .ToLookup(static parts => parts[0], static parts => parts[1]);
    }
}
