using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>An action of an OpenAPI overlay.</summary>
/// <param name="Target">The target, as a JSONPath.</param>
/// <param name="Description">The reason.</param>
/// <param name="Update">The update; null to remove the target.</param>
internal sealed record OverlayAction(string Target, string Description, JToken? Update);
