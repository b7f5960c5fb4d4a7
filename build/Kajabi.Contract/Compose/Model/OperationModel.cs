using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose.Model;

/// <summary>One operation with everything that the templates need to know of it.</summary>
internal sealed class OperationModel
{
    public required string Path { get; init; }

    public required string Method { get; init; }

    public required JObject Source { get; init; }

    public required string Area { get; init; }

    public required string Name { get; init; }

    /// <summary>The wire type of the resources that it answers with; null when it answers with none.</summary>
    public ResourceModel? Primary { get; set; }

    /// <summary>The C# type of its answer; null when the answer has no body worth reading.</summary>
    public string? ResponseType { get; set; }

    public string? BodyType { get; set; }

    public string? BodyMediaType { get; set; }

    /// <summary>How the body can be said without its envelope; null when it has none.</summary>
    public FlattenedBodyModel? LightBody { get; set; }

    public QueryModel? Query { get; set; }

    /// <summary>Whether it answers with one page of many.</summary>
    public bool IsPaged => Primary is not null && ResponseType == $"{Primary.Name}Collection" && (Query?.IsPaged ?? false);

    public IReadOnlyList<JObject> PathParameters { get; init; } = [];

    public IReadOnlyList<JObject> QueryParameters { get; init; } = [];
}
