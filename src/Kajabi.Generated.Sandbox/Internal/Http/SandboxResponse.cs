using System.Globalization;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>A response of the sandbox.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="MediaType">The media type of the body.</param>
internal sealed record SandboxResponse(int Status, JsonNode? Body, string MediaType = "application/vnd.api+json")
{
    /// <summary>What the request contained that has no effect, one sentence each.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    public static SandboxResponse NotFound(string type) => Error(404, "Record not found", $"The {type} record could not be found");

    public static SandboxResponse Forbidden() => Error(403, "Forbidden", "The API key lacks the permission for this");

    /// <summary>Rejects the value of an attribute.</summary>
    public static SandboxResponse Invalid(string attribute, string problem) =>
        Error(422, "Unprocessable entity", $"{attribute} {problem}", $"/data/attributes/{attribute}");

    /// <summary>Rejects a request in the strict mode.</summary>
    public static SandboxResponse Strict(IReadOnlyList<string> ignored) =>
        new(400, new JsonObject { ["errors"] = new JsonArray([.. ignored.Select(sentence => CreateError(400, "Bad request", sentence))]) })
        {
            Ignored = ignored,
        };

    public static SandboxResponse Error(int status, string title, string? detail = null, string? pointer = null)
    {
        JsonObject error = CreateError(status, title, detail);
        if (pointer is not null)
        {
            error["source"] = new JsonObject { ["pointer"] = pointer };
        }

        return new SandboxResponse(status, new JsonObject { ["errors"] = new JsonArray(error) });
    }

    private static JsonObject CreateError(int status, string title, string? detail)
    {
        JsonObject error = new() { ["status"] = status.ToString(CultureInfo.InvariantCulture), ["title"] = title };
        if (detail is not null)
        {
            error["detail"] = detail;
        }

        return error;
    }
}
