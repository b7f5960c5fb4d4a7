using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Naming;

/// <summary>
/// The names of the generated types. A type gets another name if its name would hide a type that the code of the SDK uses. Two types with
/// the same name are reported; in a lenient build, the second one gets another name.
/// </summary>
internal sealed class TypeNames
{
    private static readonly string[] s_resourceSuffixes =
    [
        "",
        "Attributes",
        "Relationships",
        "Document",
        "Collection",
        "Field",
        "Fieldsets",
        "Include",
        "Sort",
    ];

    private readonly Dictionary<string, object> _owners = [];

    /// <summary>Gets the names that generated types must not have.</summary>
    public static IReadOnlySet<string> Reserved { get; } = ReadReserved();

    /// <summary>Returns the name of a type, and reports it if another type has it.</summary>
    /// <param name="name">The preferred name.</param>
    /// <param name="suffix">The suffix of the name if the preferred one cannot be used.</param>
    /// <param name="owner">What the type represents. The same owner gets the same name again.</param>
    /// <param name="location">The location for the finding.</param>
    /// <param name="remedy">The sentence with the overlay action that changes the name.</param>
    /// <param name="findings">Collects the duplicate names.</param>
    public string Add(string name, string suffix, object owner, JToken location, string remedy, FindingCollector findings) =>
        Add(name, suffix, owner, location, remedy, findings, [""]);

    /// <summary>Reserves the names of the types of an area. Call it before other types are added.</summary>
    public void AddArea(string area) => Array.ForEach([$"I{area}Api", $"{area}ApiExtensions"], name => _owners[name] = $"area {area}");

    /// <summary>Returns the name of the class of a resource type, which also determines the names of its other types.</summary>
    /// <param name="name">The preferred name.</param>
    /// <param name="resourceType">The resource type.</param>
    /// <param name="location">The location for the finding.</param>
    /// <param name="findings">Collects the duplicate names.</param>
    public string AddResource(string name, string resourceType, JToken location, FindingCollector findings) =>
        Add(
            name,
            "Resource",
            $"resource type {resourceType}",
            location,
            ProposedAction.FormatResource(resourceType),
            findings,
            s_resourceSuffixes
        );

    private string Add(
        string name,
        string suffix,
        object owner,
        JToken location,
        string remedy,
        FindingCollector findings,
        string[] endings
    )
    {
        string free = CSharpName.Limit(name);
        while (Array.Find(endings, ending => !IsFree(free + ending, owner)) is { } taken)
        {
            if (!Reserved.Contains(free + taken))
            {
                findings.Add(ComposerRules.NameNeedsNumber, location, $"The type `{free + taken}` would be generated twice. {remedy}");
            }

            free += suffix;
        }

        Array.ForEach(endings, ending => _owners[free + ending] = owner);
        return free;
    }

    private bool IsFree(string name, object owner) =>
        !Reserved.Contains(name) && (!_owners.TryGetValue(name, out object? other) || other.Equals(owner));

    private static HashSet<string> ReadReserved()
    {
        using Stream list = typeof(TypeNames).Assembly.GetManifestResourceStream("ReservedTypeNames.txt")!;
        using StreamReader reader = new(list);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
