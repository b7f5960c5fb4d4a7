using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>The body of a request. A body that cannot be read is like none, so that the operation rejects it.</summary>
/// <param name="Json">The JSON; null for another or a damaged body.</param>
/// <param name="Values">The values of a form, or the texts of a JSON object; null if the body is neither.</param>
internal sealed record RequestBody(JsonNode? Json, IReadOnlyDictionary<string, string>? Values)
{
    private static readonly RequestBody s_none = new(null, null);

    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return s_none;
        }

        CancellationToken cancellationToken = request.HttpContext.RequestAborted;
        try
        {
            if (request.HasFormContentType)
            {
                IFormCollection form = await request.ReadFormAsync(cancellationToken);
                return new RequestBody(null, form.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString()));
            }

            using JsonDocument document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            JsonNode? json = Convert(document.RootElement);
            return new RequestBody(json, GetTexts(json));
        }
        catch (Exception exception)
            // In order: damaged JSON, a text that is not Unicode, a damaged form, a body that ends early or is too large, and a charset
            // that .NET does not read, such as utf-7.
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or InvalidDataException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
            )
        {
            return s_none;
        }
    }

    private static Dictionary<string, string>? GetTexts(JsonNode? json) =>
        (json as JsonObject)
            ?.Where(static pair => pair.Value?.GetValueKind() == JsonValueKind.String)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value!.GetValue<string>());

    // Of members with the same name the last one counts. JsonNode.Parse would throw when such an object is read.
    private static JsonNode? Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject converted = [];
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    converted[member.Name] = Convert(member.Value);
                }

                return converted;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Convert)]);
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
