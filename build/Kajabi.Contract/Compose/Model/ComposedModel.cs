namespace Kajabi.Contract.Compose.Model;

/// <summary>Everything that the composer has decided, before it is written as a document.</summary>
internal sealed class ComposedModel
{
    /// <summary>The resource types by wire name.</summary>
    public OrderedDictionary<string, ResourceModel> Resources { get; } = [];

    /// <summary>The classes of nested objects and of plain answers and bodies, by C# name.</summary>
    public OrderedDictionary<string, ObjectModel> Objects { get; } = [];

    /// <summary>The open enums by C# name.</summary>
    public OrderedDictionary<string, EnumModel> Enums { get; } = [];

    public List<OperationModel> Operations { get; } = [];
}

/// <summary>A class that is neither resource nor attributes: a nested object, a plain answer or a form body.</summary>
/// <param name="Name">The C# class.</param>
/// <param name="Kind"><c>object</c> or <c>form</c>.</param>
/// <param name="Description">What it means.</param>
/// <param name="Members">Its members.</param>
internal sealed record ObjectModel(string Name, string Kind, string? Description, IReadOnlyList<MemberModel> Members);

/// <summary>An open, string-backed enum.</summary>
/// <param name="Name">The C# type.</param>
/// <param name="Kind"><c>enum</c>, <c>field-enum</c>, <c>include-enum</c> or <c>sort-enum</c>.</param>
/// <param name="Description">What its values are.</param>
/// <param name="Values">The known values on the wire.</param>
internal sealed record EnumModel(string Name, string Kind, string Description, IReadOnlyList<string> Values)
{
    /// <summary>Gets the schema that lists the values, for messages; null when several do.</summary>
    public Newtonsoft.Json.Linq.JToken? Place { get; init; }
}
