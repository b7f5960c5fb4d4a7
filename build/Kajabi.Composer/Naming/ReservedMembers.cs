namespace Kajabi.Composer.Naming;

/// <summary>Names that generated members must not have, because handwritten code declares or uses them.</summary>
internal static class ReservedMembers
{
    private static readonly string[] s_objectMembers =
    [
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    ];

    public static IReadOnlySet<string> Attributes { get; } =
        WithObjectMembers(
            "AdditionalMembers",
            "Assign",
            "DeclaredMembers",
            "HasAssigned",
            "HasMembersToSend",
            "IsChange",
            "IsClosed",
            "IsEmpty",
            "IsModified",
            "IsPresent",
            "Item",
            "JsonApiMemberKind",
            "MemberTable",
            "Members",
            "Merge",
            "MergeFrom",
            "Read",
            "ReadFrom",
            "ReadMember",
            "WriteMember",
            "WriteTo"
        );

    public static IReadOnlySet<string> Relationships { get; } =
        WithObjectMembers(
            "AllDeclared",
            "Declared",
            "DeclaredRelationships",
            "HasAssigned",
            "Item",
            "MergeFrom",
            "Present",
            "ReadFrom",
            "RelationshipTable",
            "Table",
            "WriteTo"
        );

    public static IReadOnlySet<string> Enum { get; } =
        WithObjectMembers("Create", "Deconstruct", "Descending", "IsListed", "KnownValues", "PrintMembers", "Value");

    public static IReadOnlySet<string> Query { get; } =
        WithObjectMembers("AdditionalParameters", "AllSites", "Copy", "DeclaredParameters", "DefaultSiteHandler", "Fields", "WriteTo");

    // Members of the client, types that its methods use, and namespaces: a property with such a name would hide them.
    public static IReadOnlySet<string> Client { get; } =
        WithObjectMembers(
            "Api",
            "ArgumentNullException",
            "Dispose",
            "HttpPipeline",
            "Kajabi",
            "KajabiClient",
            "KajabiClientOptionsValidator",
            "KajabiErrorKind",
            "KajabiRefitSettings",
            "LazyInitializer",
            "Microsoft",
            "Newtonsoft",
            "Refit",
            "RequestOptionsSnapshot",
            "RestService",
            "RevokeAccessTokenAsync",
            "SendAsync",
            "System",
            "TimeProvider",
            "WithOptions"
        );

    public static IReadOnlySet<string> Fieldsets { get; } = WithObjectMembers("Item", "WriteDeclared", "WriteTo");

    /// <summary>Returns whether a class cannot have a member with this name. A member must not have the name of its class either.</summary>
    /// <param name="reserved">The names that are reserved in the class.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="owner">The name of the class.</param>
    public static bool IsReserved(IReadOnlySet<string> reserved, string name, string owner) => reserved.Contains(name) || name == owner;

    private static HashSet<string> WithObjectMembers(params ReadOnlySpan<string> names) => [.. s_objectMembers, .. names];
}
