using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph.SystemTextJson;

/// <summary>The generated readers and writers of the handwritten classes.</summary>
// The API writes the id of a resource before its type.
[JsonSourceGenerationOptions(AllowOutOfOrderMetadataProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContactPage))]
[JsonSerializable(typeof(CoursePage))]
[JsonSerializable(typeof(ContactBody))]
internal sealed partial class GraphJsonContext : JsonSerializerContext;
