using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Rejects attributes and relationships as the service does.</summary>
/// <param name="store">The data.</param>
internal sealed class AttributeValidator(SandboxStore store)
{
    /// <summary>Returns the error of a new resource; null if it is valid.</summary>
    public SandboxResponse? ValidateNew(string type, JsonObject attributes, RequestDocument document)
    {
        string? siteId = document.GetRelatedId("site", "sites");
        return type switch
        {
            "contacts" or "hooks" when store.Find("sites", siteId) is null => SandboxResponse.Error(
                400,
                "Bad request",
                "Site relationship is required",
                "/data/relationships/site"
            ),
            _ when WritableAttributes.Validate(type, document.Attributes) is { } error => error,
            "contacts" => ValidateEmail(attributes, siteId, except: null),
            "contact_notes" => ValidateNote(attributes)
                ?? (
                    store.Find("contacts", document.GetRelatedId("contact", "contacts")) is null
                        ? SandboxResponse.Error(422, "Unprocessable entity", "Contact must exist", "/data/relationships/contact")
                        : null
                ),
            _ => ValidateHook(attributes),
        };
    }

    /// <summary>Returns the error of an update; null if it is valid.</summary>
    public SandboxResponse? ValidateUpdate(SandboxResource resource, JsonObject attributes)
    {
        if (WritableAttributes.Validate(resource.Type, attributes) is { } error)
        {
            return error;
        }

        if (resource.Type == "contact_notes")
        {
            return attributes.ContainsKey("body") ? ValidateNote(attributes) : null;
        }

        return attributes["external_user_id"] is not null && !store.GetRelated(resource, "customer").Any()
                ? SandboxResponse.Invalid("external_user_id", "can only be set on a contact with a customer")
            : attributes.ContainsKey("email") ? ValidateEmail(attributes, store.GetSiteId(resource), resource)
            : null;
    }

    /// <summary>Returns the error of a form submission; null if it is valid.</summary>
    public static SandboxResponse? ValidateSubmission(JsonObject attributes) =>
        WritableAttributes.Validate("form_submissions", attributes)
        ?? (
            ((string[])["name", "email"]).FirstOrDefault(name => IsBlank(attributes, name)) is { } missing
                ? SandboxResponse.Invalid(missing, "can't be blank")
            : EmailAddress.IsValid(GetText(attributes, "email")!) ? null
            : SandboxResponse.Invalid("email", "is invalid")
        );

    private static SandboxResponse? ValidateNote(JsonObject attributes) =>
        IsBlank(attributes, "body") ? SandboxResponse.Invalid("body", "can't be blank") : null;

    private static SandboxResponse? ValidateHook(JsonObject attributes) =>
        !EventPayload.EventNames.Contains(GetText(attributes, "event"))
            ? SandboxResponse.Invalid("event", $"is not included in the list: {string.Join(", ", EventPayload.EventNames)}")
        : WebhookTarget.Parse(GetText(attributes, "target_url")) is null
            ? SandboxResponse.Invalid("target_url", "must be an http or https address")
        : null;

    private static bool IsBlank(JsonObject attributes, string name) => string.IsNullOrWhiteSpace(GetText(attributes, name));

    private static string? GetText(JsonObject attributes, string name) => RequestDocument.GetText(attributes[name]);

    private SandboxResponse? ValidateEmail(JsonObject attributes, string? siteId, SandboxResource? except) =>
        GetText(attributes, "email") is not { } email || string.IsNullOrWhiteSpace(email)
            ? SandboxResponse.Invalid("email", "can't be blank")
        : !EmailAddress.IsValid(email) ? SandboxResponse.Invalid("email", "is invalid")
        : ContactFactory.FindByEmail(store, siteId, email).Any(contact => contact != except)
            ? SandboxResponse.Invalid("email", "has already been taken")
        : null;
}
