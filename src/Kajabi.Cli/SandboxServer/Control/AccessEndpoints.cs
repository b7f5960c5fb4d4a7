using System.Text.Json.Nodes;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Permissions and the lifetime of access tokens.</summary>
internal static class AccessEndpoints
{
    public static ControlEndpoint[] All { get; } =
    [
        ControlEndpoint.Get("/forbidden-types", GetForbiddenTypes),
        ControlEndpoint.Put("/forbidden-types", SetForbiddenTypesAsync),
        ControlEndpoint.Get("/token-lifetime", GetTokenLifetime),
        ControlEndpoint.Put("/token-lifetime", SetTokenLifetimeAsync),
    ];

    private static JsonObject GetForbiddenTypes(ControlRequest request) =>
        new() { ["types"] = new JsonArray([.. SandboxControl.GetForbiddenTypes(request.Sandbox).Select(static type => (JsonNode)type)]) };

    private static async Task<JsonNode> SetForbiddenTypesAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        IReadOnlyList<string> types = body.GetRequiredTexts("types", "a list of resource types");
        body.RejectOthers();
        request.Sandbox.SetForbiddenTypes(types);
        return GetForbiddenTypes(request);
    }

    private static JsonObject GetTokenLifetime(ControlRequest request) =>
        new() { ["seconds"] = request.Sandbox.Options.TokenLifetime.TotalSeconds };

    private static async Task<JsonNode> SetTokenLifetimeAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        TimeSpan lifetime = body.GetRequiredSeconds("seconds");
        body.RejectOthers();
        request.Sandbox.Options.TokenLifetime = lifetime;
        return GetTokenLifetime(request);
    }
}
