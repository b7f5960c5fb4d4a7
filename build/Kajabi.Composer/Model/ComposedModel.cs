using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>The model from which the composed document is written.</summary>
internal sealed class ComposedModel
{
    /// <summary>Gets the resource types by name.</summary>
    public OrderedDictionary<string, ResourceModel> Resources { get; } = [];

    /// <summary>Gets the classes of nested objects, plain responses and forms, by C# name.</summary>
    public OrderedDictionary<string, ObjectModel> Objects { get; } = [];

    /// <summary>Gets the extensible enums by C# name.</summary>
    public OrderedDictionary<string, EnumModel> Enums { get; } = [];

    public TypeNames TypeNames { get; } = new();

    public List<OperationModel> Operations { get; } = [];

    /// <summary>Adds an enum, or adds its values to those of the enum with the same name.</summary>
    public void AddEnum(EnumModel added)
    {
        EnumModel first = Enums.GetValueOrDefault(added.Name) ?? added;
        Enums[added.Name] = first with
        {
            Values = [.. first.Values.Union(added.Values)],
            Names = new Dictionary<string, string>([.. first.Names, .. added.Names.Where(name => !first.Names.ContainsKey(name.Key))]),
        };
    }

    /// <summary>Returns the relationship of a path, such as <c>/v1/contacts/{id}/relationships/tags</c>; null for none.</summary>
    public RelationshipModel? FindRelationship(string path)
    {
        string[] steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return steps is [.., var owner, _, _, var name] ? Resources.GetValueOrDefault(owner)?.Relationships.GetValueOrDefault(name) : null;
    }
}

/// <summary>A class that is not part of a resource: a nested object, a plain response or a form.</summary>
/// <param name="Name">The C# class.</param>
/// <param name="Kind"><c>object</c> or <c>form</c>.</param>
/// <param name="Description">The description.</param>
/// <param name="Members">The members.</param>
internal sealed record ObjectModel(string Name, string Kind, string? Description, IReadOnlyList<MemberModel> Members);

/// <summary>An extensible enum.</summary>
/// <param name="Name">The C# type.</param>
/// <param name="Kind"><c>enum</c>, <c>field-enum</c>, <c>include-enum</c> or <c>sort-enum</c>.</param>
/// <param name="Description">The description.</param>
/// <param name="Values">The known values.</param>
internal sealed record EnumModel(string Name, string Kind, string Description, IReadOnlyList<string> Values)
{
    /// <summary>Gets the schema that lists the values, for messages; null if there are several.</summary>
    public JToken? Location { get; init; }

    /// <summary>Gets the C# names of values that the overlay defines.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Returns the C# name of a value; empty without a letter or digit.</summary>
    public string NameOf(string value) => Names.GetValueOrDefault(value) ?? CSharpName.Member(value);

    /// <summary>Returns the names that a schema defines with <c>x-value-names</c>.</summary>
    public static Dictionary<string, string> ReadNames(SchemaNode schema) =>
        (schema[NameKeywords.EnumValues] as JObject ?? [])
            .Properties()
            .ToDictionary(static name => name.Name, static name => (string)name.Value!);
}
