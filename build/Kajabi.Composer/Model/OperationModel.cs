using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>An operation with the values that the templates need.</summary>
internal sealed class OperationModel
{
    public required string Path { get; init; }

    public required string Method { get; init; }

    public required JObject Source { get; init; }

    public required string Area { get; init; }

    public required string Name { get; init; }

    /// <summary>Gets or sets the resource type of the primary data; null for none.</summary>
    public ResourceModel? Primary { get; set; }

    /// <summary>Gets or sets the C# type of the response; null if the response has no body or an empty one.</summary>
    public string? ResponseType { get; set; }

    public string? BodyType { get; set; }

    public string? BodyMediaType { get; set; }

    /// <summary>Gets or sets the parts of the body that become method parameters; null for none.</summary>
    public FlattenedBodyModel? FlattenedBody { get; set; }

    public QueryModel? Query { get; set; }

    /// <summary>Gets whether the response is a page of a collection.</summary>
    public bool IsPaged =>
        Primary is not null && BodyType is null && ResponseType == $"{Primary.Name}Collection" && (Query?.IsPaged ?? false);

    public IReadOnlyList<JObject> PathParameters { get; init; } = [];

    /// <summary>Gets the required headers, which are method parameters.</summary>
    public IReadOnlyList<JObject> HeaderParameters { get; init; } = [];

    public IReadOnlyList<JObject> QueryParameters { get; init; } = [];
}
