using Newtonsoft.Json.Linq;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Reading;

/// <summary>The content of one media type.</summary>
/// <param name="Schema">The schema of the content.</param>
/// <param name="Encodings">The encodings of the properties of a form, by name, as canonical JSON.</param>
/// <param name="Node">The node to report as the source position.</param>
internal sealed record NormalizedMediaType(SchemaReference Schema, IReadOnlyDictionary<string, string> Encodings, JToken Node);
