using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Reading;

/// <summary>A parameter of a request or a header of a response.</summary>
/// <param name="In">The location: <c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Name">The name as declared.</param>
/// <param name="Written">The parameter as declared in the file.</param>
internal sealed record NormalizedParameter(string In, string Name, JObject Written)
{
    public required SchemaReference Schema { get; init; }

    /// <summary>Gets the media type of the value; null for a plain value.</summary>
    public required string? MediaType { get; init; }

    public bool IsRequired => In == "path" || CanonicalJson.IsTrue(Written["required"]);

    public bool IsDeprecated => CanonicalJson.IsTrue(Written["deprecated"]);

    public bool AllowsReserved => In == "query" && CanonicalJson.IsTrue(Written["allowReserved"]);

    public bool AllowsEmpty => In == "query" && CanonicalJson.IsTrue(Written["allowEmptyValue"]);

    public string Style => CanonicalJson.String(Written["style"]) ?? (In is "query" or "cookie" ? "form" : "simple");

    public bool IsExploded => Written["explode"] is JValue { Value: bool explode } ? explode : Style == "form";

    /// <summary>
    /// Whether <see cref="IsExploded"/> has an effect: on arrays and objects; in simple style on objects only; in
    /// <c>deepObject</c> style never.
    /// </summary>
    public bool IsExplodeSignificant =>
        Style != "deepObject"
        && (Schema.Schema.Types & (Style == "simple" ? JsonTypes.Object : JsonTypes.Object | JsonTypes.Array)) != JsonTypes.None;
}
