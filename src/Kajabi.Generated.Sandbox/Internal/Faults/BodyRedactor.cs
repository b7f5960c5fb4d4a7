using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>Removes secrets from the bodies of recorded requests.</summary>
internal static class BodyRedactor
{
    /// <summary>The parameters of token requests that are not secret.</summary>
    private static readonly string[] s_publicParameters = ["grant_type", "client_id", "token_type_hint", "scope"];

    /// <summary>
    /// Redacts a form, or the members of JSON. Of a token request, only known parameters remain. A body without secrets remains as it is.
    /// </summary>
    public static string Redact(string[] path, string body)
    {
        bool isTokenRequest =
            path is [var version, var area, ..]
            && string.Equals(version, "v1", StringComparison.OrdinalIgnoreCase)
            && string.Equals(area, "oauth", StringComparison.OrdinalIgnoreCase);
        bool isJson = body.TrimStart() is ['{', ..] || (!isTokenRequest && body.TrimStart() is ['[', ..]);
        return (isTokenRequest, isJson) switch
        {
            (true, true) => RedactJson(body, static member => !IsPublic(member)),
            (true, false) => string.Join('&', body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(RedactTokenParameter)),
            (false, true) => HasSecret(body)
                ? RedactJson(body, static member => SecretRedactor.IsSecret(member.Name))
                : SecretRedactor.RedactAddresses(body),
            _ => SecretRedactor.RedactQuery(body),
        };
    }

    private static bool IsPublic(JsonProperty member) =>
        s_publicParameters.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.String;

    private static string RedactTokenParameter(string parameter) =>
        parameter.Split('=', 2) is not [var name, _] ? SecretRedactor.Redacted
        : s_publicParameters.Contains(name) ? parameter
        : $"{name}={SecretRedactor.Redacted}";

    private static bool HasSecret(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return HasSecret(document.RootElement);
        }
        catch (Exception exception) when (IsDamaged(exception))
        {
            return SecretRedactor.IsSecret(body);
        }
    }

    private static bool HasSecret(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Any(static member => SecretRedactor.IsSecret(member.Name) || HasSecret(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().Any(HasSecret),
            _ => false,
        };

    private static string RedactJson(string body, Func<JsonProperty, bool> isSecret)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Redact(document.RootElement, isSecret)!.ToJsonString();
        }
        catch (Exception exception) when (IsDamaged(exception))
        {
            return SecretRedactor.Redacted;
        }
    }

    private static JsonNode? Redact(JsonElement element, Func<JsonProperty, bool> isSecret)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject members = [];
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    members[member.Name] = isSecret(member) ? SecretRedactor.Redacted : Redact(member.Value, isSecret);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(item => Redact(item, isSecret))]);
            case JsonValueKind.String:
                return SecretRedactor.RedactAddresses(element.GetString()!);
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    // In order: damaged JSON, and a text that is not Unicode.
    private static bool IsDamaged(Exception exception) => exception is JsonException or InvalidOperationException;
}
