using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Creates, updates and deletes resources, with the validation errors of the service.</summary>
/// <param name="store">The data.</param>
/// <param name="reader">Reads the written resources.</param>
/// <param name="query">The query of the request.</param>
/// <param name="publisher">Publishes form and tag events.</param>
internal sealed class SandboxWriter(SandboxStore store, SandboxReader reader, SandboxQuery query, WebhookPublisher publisher)
{
    public SandboxResponse Create(SandboxType type, JsonNode? body)
    {
        if (GetAttributes(type.Type, body) is not { } attributes)
        {
            return RejectDocument(type.Type);
        }

        string? siteId = (string?)body!["data"]!["relationships"]?["site"]?["data"]?["id"];
        SandboxResponse? error = type.Type switch
        {
            "contacts" or "hooks" when store.Find("sites", siteId) is null => SandboxResponse.Error(
                400,
                "Bad request",
                "Site relationship is required",
                "/data/relationships/site"
            ),
            "contacts" => ValidateEmail(attributes, siteId, except: null),
            "hooks" when !EventPayload.EventNames.Contains(attributes["event"]?.ToString()) => RejectAttribute(
                "event",
                "is not included in the list"
            ),
            "hooks" when !IsAddress(attributes["target_url"]?.ToString()) => RejectAttribute(
                "target_url",
                "must be an http or https address"
            ),
            "contact_notes" when attributes["body"] is null => RejectAttribute("body", "can't be blank"),
            "contacts" or "hooks" or "contact_notes" => null,
            _ => StaticResponses.UnknownPath(),
        };
        if (error is not null)
        {
            return error;
        }

        SandboxResource created = type.Type switch
        {
            "contacts" => ContactFactory.Create(store, siteId, attributes),
            "contact_notes" => Add(type, attributes)
                .One("contact", "contacts", (string?)body["data"]!["relationships"]?["contact"]?["data"]?["id"]),
            _ => Add(type, attributes).One("site", "sites", siteId),
        };
        if (type.Type == "hooks")
        {
            publisher.Probe(created);
        }

        return reader.Get(type, created, query) with
        {
            Status = 201,
        };
    }

    public SandboxResponse Update(SandboxType type, SandboxResource resource, JsonNode? body)
    {
        if (GetAttributes(type.Type, body) is not { } attributes)
        {
            return RejectDocument(type.Type);
        }

        if (type.Type == "contacts" && ValidateEmail(attributes, store.GetSiteId(resource), resource) is { } error)
        {
            return error;
        }

        foreach ((string name, JsonNode? value) in attributes.Where(static pair => pair.Key is not ("created_at" or "updated_at")))
        {
            resource.Attributes[name] = value?.DeepClone();
        }

        resource.Attributes["updated_at"] = store.Timestamp;
        return reader.Get(type, resource, query);
    }

    public SandboxResponse Delete(SandboxResource resource)
    {
        bool isSubscribed = store
            .GetRelated(resource, "customer")
            .SelectMany(customer => store.GetAll("purchases").Where(purchase => store.GetRelated(purchase, "customer").Contains(customer)))
            .Any(static purchase => purchase.GetText("payment_type") == "subscription" && purchase.GetText("status") == "active");
        if (resource.Type == "contacts" && isSubscribed)
        {
            return SandboxResponse.Error(422, "Unprocessable entity", "The contact has an active subscription");
        }

        store.Remove(resource);
        return resource.Type switch
        {
            "hooks" => new SandboxResponse(204, null),
            "contact_notes" => new SandboxResponse(200, null),
            _ => new SandboxResponse(200, new JsonObject { ["data"] = new JsonObject() }),
        };
    }

    /// <summary>Performs an action: submit a form; reactivate, deactivate or cancel a purchase.</summary>
    public SandboxResponse Act(SandboxType type, SandboxResource resource, string action, JsonNode? body)
    {
        switch (type.Type, action)
        {
            case ("forms", "submit") when GetAttributes("form_submissions", body) is { } values:
                if (
                    ((string[])["name", "email"]).FirstOrDefault(required => string.IsNullOrWhiteSpace(values[required]?.ToString())) is
                    { } missing
                )
                {
                    return RejectAttribute(missing, "can't be blank");
                }

                SandboxResource submission = store
                    .Add("form_submissions", store.CreateId(), (JsonObject)values.DeepClone())
                    .One("site", "sites", store.GetSiteId(resource))
                    .One("form", "forms", resource.Id)
                    .Many("tags", "contact_tags", resource.Relationships["contact_tags"].Ids);
                publisher.Publish("form_submission", [resource.Id], submission, resource);
                publisher.Admin.PublishFormSubmission(resource, values);
                FormSubmissionHandler.UpsertContact(store, publisher, resource, values);
                return reader.Get(SandboxType.Find("form_submissions")!, submission, query) with { Status = 201 };
            case ("forms", "submit"):
                return RejectDocument("form_submissions");
            case ("purchases", "reactivate"):
                new PurchaseService(store, publisher).Reactivate(resource);
                break;
            case ("purchases", "deactivate"):
                new PurchaseService(store, publisher).Deactivate(resource);
                break;
            case ("purchases", "cancel_subscription") when resource.GetText("payment_type") != "subscription":
                return SandboxResponse.Error(422, "Unprocessable entity", "The purchase has no subscription");
            case ("purchases", "cancel_subscription"):
                resource.Attributes["status"] = "canceled";
                break;
            default:
                return StaticResponses.UnknownPath();
        }

        resource.Attributes["updated_at"] = store.Timestamp;
        return reader.Get(type, resource, query);
    }

    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";

    private static JsonObject? GetAttributes(string type, JsonNode? body) =>
        body?["data"] is JsonObject data && (string?)data["type"] == type ? data["attributes"] as JsonObject ?? [] : null;

    private static SandboxResponse RejectDocument(string type) =>
        SandboxResponse.Error(400, "Bad request", $"data must be one {type} resource", "/data");

    private static SandboxResponse RejectAttribute(string attribute, string problem) =>
        SandboxResponse.Error(422, "Unprocessable entity", $"{attribute} {problem}", $"/data/attributes/{attribute}");

    private SandboxResource Add(SandboxType type, JsonObject attributes) =>
        store.Add(type.Type, store.CreateId(), AttributeDefaults.Apply(type.Type, attributes, store.Timestamp));

    private SandboxResponse? ValidateEmail(JsonObject attributes, string? siteId, SandboxResource? except)
    {
        string? email = (string?)attributes["email"];
        bool isTaken = email is not null && ContactFactory.FindByEmail(store, siteId, email).Any(contact => contact != except);
        return isTaken ? RejectAttribute("email", "has already been taken") : null;
    }
}
