using System.Text.Json.Nodes;
using Kajabi.Sandbox;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Faults of requests and of deliveries.</summary>
internal static class FaultEndpoints
{
    public static ControlEndpoint[] All { get; } =
    [
        ControlEndpoint.Get("/faults", static request => Write(request.Sandbox.Faults)),
        ControlEndpoint.Post("/faults", AddAsync),
        ControlEndpoint.Post("/delivery-faults", AddForDeliveriesAsync),
        ControlEndpoint.Delete(
            "/faults",
            static request =>
            {
                request.Sandbox.Faults.Clear();
                return Write(request.Sandbox.Faults);
            }
        ),
    ];

    private static async Task<JsonNode> AddAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        SandboxFault fault = FaultReader.Read(body);
        int times = body.GetNumber("times", 1) ?? 1;
        (string? method, string? path) = (body.GetText("method"), body.GetText("path"));
        body.RejectOthers();
        request.Sandbox.Faults.Add(fault, times, ParseMethod(method), path);
        return Write(request.Sandbox.Faults);
    }

    private static async Task<JsonNode> AddForDeliveriesAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        SandboxDeliveryFault fault = FaultReader.ReadForDelivery(body);
        (int times, string? eventName) = (body.GetNumber("times", 1) ?? 1, body.GetText("event"));
        body.RejectOthers();
        request.Sandbox.Faults.AddForDeliveries(fault, times, eventName);
        return Write(request.Sandbox.Faults);
    }

    private static HttpMethod? ParseMethod(string? method) =>
        method is null ? null
        : method.Length > 0 && method.All(char.IsAsciiLetter) ? HttpMethod.Parse(method)
        : throw new ControlException($"The member 'method' must be a method such as GET; '{method}' is not.");

    private static JsonObject Write(SandboxFaults faults) =>
        new()
        {
            ["faults"] = new JsonArray([
                .. faults.Rules.Select(static rule =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["fault"] = rule.Fault.ToString(),
                            ["method"] = rule.Method?.Method,
                            ["path"] = rule.Path,
                            ["remaining"] = rule.RemainingCount,
                        }
                ),
            ]),
            ["delivery_faults"] = new JsonArray([
                .. faults.DeliveryRules.Select(static rule =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["fault"] = rule.Fault.ToString(),
                            ["event"] = rule.EventName,
                            ["remaining"] = rule.RemainingCount,
                        }
                ),
            ]),
        };
}
