using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>Removes secrets from recorded requests.</summary>
internal static class SecretRedactor
{
    private const string Redacted = "(redacted)";

    private static readonly string[] s_secretHeaders = [HeaderNames.Authorization, HeaderNames.ProxyAuthorization, HeaderNames.Cookie];

    /// <summary>The parameters of token requests that are not secret.</summary>
    private static readonly string[] s_publicParameters = ["grant_type", "client_id", "token_type_hint", "scope"];

    public static string RedactHeader(string name, string value) =>
        !s_secretHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) ? value
        : value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? $"Bearer {Redacted}"
        : Redacted;

    /// <summary>Redacts a form or a JSON object.</summary>
    public static string RedactTokenRequest(string body) =>
        body.TrimStart().StartsWith('{')
            ? RedactJson(body)
            : string.Join('&', body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(RedactParameter));

    private static string RedactParameter(string parameter) =>
        parameter.Split('=', 2) is not [var name, _] ? Redacted
        : s_publicParameters.Contains(name) ? parameter
        : $"{name}={Redacted}";

    private static string RedactJson(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonObject members = [];
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                bool isPublic = s_publicParameters.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.String;
                members[member.Name] = isPublic ? member.Value.GetString() : Redacted;
            }

            return members.ToJsonString();
        }
        catch (Exception exception)
            // In order: damaged JSON, and a text that is not Unicode.
            when (exception is JsonException or InvalidOperationException)
        {
            return Redacted;
        }
    }
}
