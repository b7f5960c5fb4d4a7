using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>An action of an OpenAPI overlay.</summary>
/// <param name="Target">What it changes, as a JSONPath.</param>
/// <param name="Description">Why.</param>
/// <param name="Update">What it adds; null when it removes.</param>
internal sealed record OverlayAction(string Target, string Description, JToken? Update);
