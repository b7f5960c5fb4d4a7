using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Data.Loading;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>A request to the control API.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Sandbox">The sandbox.</param>
/// <param name="Control">The settings that can change.</param>
internal sealed record ControlRequest(HttpContext Context, KajabiSandbox Sandbox, SandboxControl Control)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public CancellationToken CancellationToken => Context.RequestAborted;

    /// <summary>Returns a segment of the path, by its name in the pattern.</summary>
    public string GetPathValue(string name) => Context.Request.RouteValues[name]!.ToString()!;

    /// <summary>Returns a number of the query.</summary>
    /// <exception cref="ControlException">The value is not a number from 0.</exception>
    public int GetNumber(string name, int defaultValue, int max = int.MaxValue) =>
        Context.Request.Query[name].ToString() switch
        {
            "" => defaultValue,
            { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= max => number,
            { } text => throw new ControlException(
                max == int.MaxValue
                    ? $"The parameter {name} must be a number from 0; '{text}' is not."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"The parameter {name} must be a number from 0 to {max}; '{text}' is not."
                    )
            ),
        };

    /// <summary>Returns a switch of the query.</summary>
    /// <exception cref="ControlException">The value is neither true nor false.</exception>
    public bool GetFlag(string name) =>
        Context.Request.Query[name].ToString() switch
        {
            "" or "false" => false,
            "true" => true,
            { } text => throw new ControlException($"The parameter {name} must be true or false; '{text}' is neither."),
        };

    /// <summary>Checks the names of the parameters.</summary>
    /// <exception cref="ControlException">A parameter is unknown.</exception>
    public void RejectOtherParameters(IReadOnlyList<string> known)
    {
        if (Context.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ControlException(
                $"The parameter '{unknown}' is unknown here. "
                    + (known.Count == 0 ? "The operation has none." : $"The parameters are: {string.Join(", ", known)}.")
            );
        }
    }

    /// <exception cref="ControlException">The body is not UTF-8.</exception>
    public async Task<string> ReadTextAsync()
    {
        using MemoryStream body = new();
        await Context.Request.Body.CopyToAsync(body, CancellationToken);
        try
        {
            return s_utf8.GetString(body.GetBuffer(), 0, (int)body.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new ControlException("The body is not valid UTF-8. Send the text in this encoding.");
        }
    }

    /// <summary>Reads the body, a JSON object.</summary>
    /// <exception cref="ControlException">
    /// The body is not a JSON object, a text of it is not Unicode, or a member occurs twice.
    /// </exception>
    public async Task<ControlBody> ReadObjectAsync()
    {
        string text = await ReadTextAsync();
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ControlException("The body is empty. It must be a JSON object.");
        }

        using JsonDocument document = Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ControlException("The body must be a JSON object.");
        }

        try
        {
            return new ControlBody((JsonObject)JsonElementReader.Read(document.RootElement, string.Empty)!);
        }
        catch (JsonException exception)
        {
            throw new ControlException($"The body is invalid: {exception.Message}");
        }
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new ControlException($"The body must be a JSON object, and it is not valid JSON: {JsonProblem.Describe(exception)}");
        }
    }
}
