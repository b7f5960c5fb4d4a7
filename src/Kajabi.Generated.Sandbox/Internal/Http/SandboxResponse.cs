using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>A response of the sandbox.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="MediaType">The media type of the body.</param>
internal sealed record SandboxResponse(int Status, JsonNode? Body, string MediaType = "application/vnd.api+json")
{
    /// <summary>What was ignored in the request: one sentence for each unknown filter, parameter or attribute.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    public static SandboxResponse NotFound(string type) => Error(404, "Record not found", $"The {type} record could not be found");

    public static SandboxResponse Forbidden() => Error(403, "Forbidden", "The API key lacks the permission for this");

    public static SandboxResponse Error(int status, string title, string? detail = null, string? pointer = null)
    {
        JsonObject error = new() { ["status"] = status.ToString(System.Globalization.CultureInfo.InvariantCulture), ["title"] = title };
        if (detail is not null)
        {
            error["detail"] = detail;
        }

        if (pointer is not null)
        {
            error["source"] = new JsonObject { ["pointer"] = pointer };
        }

        return new SandboxResponse(status, new JsonObject { ["errors"] = new JsonArray(error) });
    }
}
