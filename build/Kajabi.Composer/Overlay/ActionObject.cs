using Kajabi.Composer.JsonPath;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Overlay;

/// <summary>An action of a valid overlay.</summary>
/// <param name="Source">The action in the overlay.</param>
/// <param name="Target">The text of the target.</param>
/// <param name="Query">The target.</param>
internal sealed record ActionObject(JObject Source, string Target, JsonPathQuery Query)
{
    /// <summary>The extension of an action whose target does not exist in some versions of the document.</summary>
    public const string OptionalKeyword = "x-optional";

    /// <summary>Gets whether the selected elements are removed. The update has no effect then.</summary>
    public bool IsRemoval => Source["remove"] is JValue { Value: true };

    /// <summary>Gets the update; null if there is none.</summary>
    public JToken? Update => Source["update"];

    /// <summary>Gets whether the target does not exist in some versions of the document.</summary>
    public bool IsOptional => Source[OptionalKeyword] is JValue { Value: true };
}
