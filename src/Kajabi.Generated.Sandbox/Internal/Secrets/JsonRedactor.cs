using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Secrets;

/// <summary>Removes secrets from JSON, whose names and texts are compared without their escapes.</summary>
/// <param name="isTokenRequest">Whether only the known parameters of a token request remain.</param>
/// <param name="known">The secrets that the sandbox knows; null for none.</param>
internal sealed class JsonRedactor(bool isTokenRequest, KnownSecrets? known)
{
    /// <summary>Whether a secret was found.</summary>
    public bool HasRedacted { get; private set; }

    /// <summary>Returns a copy without secrets.</summary>
    /// <exception cref="InvalidOperationException">A text is not Unicode.</exception>
    public JsonNode? Redact(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject members = [];
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    members[RedactText(member.Name)] = Redact(member);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Redact)]);
            case JsonValueKind.String:
                return RedactText(element.GetString()!);
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private JsonNode? Redact(JsonProperty member)
    {
        bool isText = member.Value.ValueKind == JsonValueKind.String;
        if (isTokenRequest ? !(isText && SecretNames.PublicParameters.Contains(member.Name)) : SecretNames.IsSecret(member.Name))
        {
            HasRedacted = true;
            return SecretRedactor.Redacted;
        }

        if (
            isText
            && member.Name == "target_url"
            && WebhookTarget.Parse(member.Value.GetString()) is { } target
            && !WebhookTarget.IsLoopback(target)
        )
        {
            return Replace(target.OriginalString, WebhookTarget.Redact(target, hasPath: false));
        }

        return Redact(member.Value);
    }

    private string RedactText(string text) => Replace(text, SecretRedactor.RedactText(text, known));

    private string Replace(string text, string redacted)
    {
        HasRedacted |= redacted != text;
        return redacted;
    }
}
