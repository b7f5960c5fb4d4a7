using Kajabi.Contract.Drift.Schemas;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>A parameter of a request or a header of an answer.</summary>
/// <param name="In">Where it is sent: <c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Name">The name as it is written.</param>
/// <param name="Written">The parameter as it stands in the file.</param>
internal sealed record NormalizedParameter(string In, string Name, JObject Written)
{
    public required SchemaReference Schema { get; init; }

    /// <summary>The media type of a value that is sent as a document; null for a plain value.</summary>
    public required string? MediaType { get; init; }

    public bool IsRequired => In == "path" || CanonicalJson.IsTrue(Written["required"]);

    public bool IsDeprecated => CanonicalJson.IsTrue(Written["deprecated"]);

    public bool AllowsReserved => In == "query" && CanonicalJson.IsTrue(Written["allowReserved"]);

    public bool AllowsEmpty => In == "query" && CanonicalJson.IsTrue(Written["allowEmptyValue"]);

    public string Style => CanonicalJson.String(Written["style"]) ?? (In is "query" or "cookie" ? "form" : "simple");

    public bool IsExploded => Written["explode"] is JValue { Value: bool explode } ? explode : Style == "form";

    /// <summary>Whether <see cref="IsExploded"/> shows: in lists and objects, in simple style in objects only, in deep objects never.</summary>
    public bool HeedsExplode =>
        Style != "deepObject"
        && (Schema.Schema.Types & (Style == "simple" ? JsonTypes.Object : JsonTypes.Object | JsonTypes.Array)) != JsonTypes.None;
}
