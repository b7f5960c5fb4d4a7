namespace Kajabi.Contract.Compose.Model;

/// <summary>The model from which the composed document is written.</summary>
internal sealed class ComposedModel
{
    /// <summary>Gets the resource types by name.</summary>
    public OrderedDictionary<string, ResourceModel> Resources { get; } = [];

    /// <summary>Gets the classes of nested objects, plain responses and forms, by C# name.</summary>
    public OrderedDictionary<string, ObjectModel> Objects { get; } = [];

    /// <summary>Gets the extensible enums by C# name.</summary>
    public OrderedDictionary<string, EnumModel> Enums { get; } = [];

    public List<OperationModel> Operations { get; } = [];

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
    public Newtonsoft.Json.Linq.JToken? Location { get; init; }
}
