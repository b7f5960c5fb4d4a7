using System.Globalization;
using System.Text;
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
    /// <exception cref="ControlException">The body is not a JSON object.</exception>
    public async Task<ControlBody> ReadObjectAsync()
    {
        string text = await ReadTextAsync();
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ControlException("The body is empty. It must be a JSON object.");
        }

        try
        {
            using (JsonDocument document = JsonDocument.Parse(text, s_options))
            {
                ReadTexts(document.RootElement);
            }

            return JsonNode.Parse(text, documentOptions: s_options) is JsonObject members
                ? new ControlBody(members)
                : throw new ControlException("The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ControlException($"The body must be a JSON object, and it is not valid JSON: {JsonProblem.Describe(exception)}");
        }
        catch (InvalidOperationException)
        {
            throw new ControlException(
                @"The body contains a text that is not Unicode: one half of a pair such as \ud83d\ude00 without the other one."
            );
        }
    }

    /// <summary>Reads all names and texts, which are checked only when they are read.</summary>
    /// <exception cref="InvalidOperationException">A text is not Unicode.</exception>
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
