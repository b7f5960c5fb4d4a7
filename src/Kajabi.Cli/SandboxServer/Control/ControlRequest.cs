using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>A request to the control API.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Sandbox">The sandbox.</param>
/// <param name="Control">The settings that can change.</param>
internal sealed record ControlRequest(HttpContext Context, KajabiSandbox Sandbox, SandboxControl Control)
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    public CancellationToken CancellationToken => Context.RequestAborted;

    /// <summary>Returns a segment of the path, by its name in the pattern.</summary>
    public string GetPathValue(string name) => Context.Request.RouteValues[name]!.ToString()!;

    /// <summary>Returns a number of the query.</summary>
    /// <exception cref="ControlException">The value is not a number from 0.</exception>
    public int GetNumber(string name, int defaultValue) =>
        Context.Request.Query[name].ToString() switch
        {
            "" => defaultValue,
            { } text when int.TryParse(text, System.Globalization.NumberStyles.None, null, out int number) => number,
            { } text => throw new ControlException($"The parameter {name} must be a number from 0; '{text}' is not."),
        };

    public async Task<string> ReadTextAsync()
    {
        using StreamReader reader = new(Context.Request.Body);
        return await reader.ReadToEndAsync(CancellationToken);
    }

    /// <summary>Reads the body, a JSON object.</summary>
    /// <exception cref="ControlException">The body is not a JSON object.</exception>
    public async Task<ControlBody> ReadObjectAsync()
    {
        try
        {
            JsonNode? body = await JsonNode.ParseAsync(Context.Request.Body, null, s_options, CancellationToken);
            return body is JsonObject members ? new ControlBody(members) : throw new ControlException("The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ControlException($"The body must be a JSON object, and it is not valid JSON: {exception.Message}");
        }
    }
}
