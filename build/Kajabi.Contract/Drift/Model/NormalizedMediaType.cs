using Kajabi.Contract.Drift.Schemas;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>A document of one media type.</summary>
/// <param name="Schema">What it holds.</param>
/// <param name="Encodings">How the properties of a form are written, by name, as text that is equal where they are.</param>
/// <param name="Place">Where to point.</param>
internal sealed record NormalizedMediaType(SchemaReference Schema, IReadOnlyDictionary<string, string> Encodings, JToken Place);
