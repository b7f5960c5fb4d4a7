using System.Text.Json.Nodes;
using Kajabi.Sandbox;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Health, settings, activity and reset.</summary>
internal static class StateEndpoints
{
    public static ControlEndpoint[] All { get; } =
    [
        ControlEndpoint.Get("/health", static _ => new JsonObject { ["status"] = "ok" }),
        ControlEndpoint.Get("/settings", static request => GetSettings(request.Sandbox)),
        ControlEndpoint.Get("/activity", static request => GetActivity(request.Sandbox)),
        ControlEndpoint.Post(
            "/reset",
            static request =>
            {
                request.Control.Reset(request.Sandbox);
                return Task.FromResult<JsonNode>(new JsonObject { ["status"] = "reset" });
            }
        ),
    ];

    /// <summary>Returns what a client needs to connect.</summary>
    private static JsonObject GetSettings(KajabiSandbox sandbox) =>
        new()
        {
            ["base_url"] = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
            ["client_id"] = sandbox.ClientId,
            ["client_secret"] = sandbox.ClientSecret,
        };

    /// <summary>Returns numbers that change when the page has something new to show.</summary>
    private static JsonObject GetActivity(KajabiSandbox sandbox)
    {
        IReadOnlyList<SandboxRequest> requests = sandbox.Requests;
        IReadOnlyList<SandboxDelivery> deliveries = sandbox.Deliveries;
        return new JsonObject
        {
            ["requests"] = requests.Count,
            ["last_request"] = requests.Count == 0 ? null : requests[^1].Time.ToUnixTimeMilliseconds(),
            ["deliveries"] = deliveries.Count,
            ["delivery_attempts"] = deliveries.Sum(static delivery => delivery.ResponseStatusCodes.Count),
        };
    }
}
