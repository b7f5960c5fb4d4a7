using System.Text.Json.Nodes;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The requests that the API received.</summary>
internal static class RequestEndpoints
{
    public static ControlEndpoint[] All { get; } = [ControlEndpoint.Get("/requests", List) with { Parameters = ["limit"] }];

    /// <summary>Returns the last requests in the order of their arrival.</summary>
    private static JsonObject List(ControlRequest request)
    {
        int limit = request.GetNumber("limit", int.MaxValue);
        IReadOnlyList<SandboxRequest> all = request.Sandbox.Requests;
        return new JsonObject
        {
            ["count"] = all.Count,
            ["requests"] = new JsonArray([.. all.TakeLast(limit).Select(static received => (JsonNode)Write(received))]),
        };
    }

    private static JsonObject Write(SandboxRequest request)
    {
        JsonObject headers = [];
        foreach ((string name, string value) in request.Headers)
        {
            headers[name.ToLowerInvariant()] = value;
        }

        return new JsonObject
        {
            ["time"] = SandboxStore.FormatTime(request.Time),
            ["method"] = request.Method,
            ["path"] = request.Path,
            ["query"] = request.QueryString,
            ["headers"] = headers,
            ["body"] = request.Body,
            ["status"] = request.StatusCode,
            ["fault"] = request.Fault?.ToString(),
            ["ignored"] = new JsonArray([.. request.Ignored.Select(static sentence => (JsonNode)sentence)]),
        };
    }
}
