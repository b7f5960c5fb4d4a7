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
    private readonly AttributeValidator _validator = new(store);

    public SandboxResponse Create(SandboxType type, JsonNode? body)
    {
        if (type.Type is not ("contacts" or "hooks" or "contact_notes"))
        {
            return StaticResponses.UnknownPath();
        }

        if (RequestDocument.Parse(type.Type, body) is not { } document)
        {
            return RejectDocument(type.Type, body);
        }

        JsonObject attributes = WritableAttributes.Select(type.Type, document.Attributes, isCreated: true);
        string? siteId = document.GetRelatedId("site", "sites");
        if (_validator.ValidateNew(type.Type, attributes, document) is { } error)
        {
            return error;
        }

        SandboxResource created = type.Type switch
        {
            "contacts" => ContactFactory.Create(store, siteId, attributes),
            "contact_notes" => Add(type, attributes).One("contact", "contacts", document.GetRelatedId("contact", "contacts")),
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
        if (type.Type is not ("contacts" or "contact_notes"))
        {
            return StaticResponses.UnknownPath();
        }

        if (RequestDocument.Parse(type.Type, body) is not { } document)
        {
            return RejectDocument(type.Type, body);
        }

        JsonObject attributes = WritableAttributes.Select(type.Type, document.Attributes, isCreated: false);
        if (_validator.ValidateUpdate(resource, attributes) is { } error)
        {
            return error;
        }

        if (attributes["subscribed"] is { } subscribed)
        {
            ContactActivity.AddConsent(store, resource.Id, IsTrue(resource.Attributes["subscribed"]), IsTrue(subscribed));
        }

        foreach ((string name, JsonNode? value) in attributes)
        {
            resource.Attributes[name] = value?.DeepClone();
        }

        resource.Attributes["updated_at"] = store.Timestamp;
        return reader.Get(type, resource, query);
    }

    public SandboxResponse Delete(SandboxResource resource)
    {
        if (resource.Type is not ("contacts" or "contact_notes" or "hooks"))
        {
            return StaticResponses.UnknownPath();
        }

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
            case ("forms", "submit"):
                return RequestDocument.Parse("form_submissions", body) is { } document
                    ? Submit(resource, WritableAttributes.Select("form_submissions", document.Attributes, isCreated: true))
                    : RejectDocument("form_submissions", body);
            case ("purchases", "reactivate"):
                new PurchaseService(store, publisher).Reactivate(resource);
                break;
            case ("purchases", "deactivate"):
                new PurchaseService(store, publisher).Deactivate(resource);
                break;
            case ("purchases", "cancel_subscription") when resource.GetText("payment_type") != "subscription":
                return SandboxResponse.Error(422, "Unprocessable entity", "The purchase has no subscription");
            case ("purchases", "cancel_subscription"):
                new PurchaseService(store, publisher).Deactivate(resource);
                resource.Attributes["status"] = "canceled";
                break;
            default:
                return StaticResponses.UnknownPath();
        }

        resource.Attributes["updated_at"] = store.Timestamp;
        return reader.Get(type, resource, query);
    }

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    private static SandboxResponse RejectDocument(string type, JsonNode? body)
    {
        string? sent = ((body as JsonObject)?["data"] as JsonObject)?["type"] is { } found ? RequestDocument.GetText(found) : null;
        string problem =
            sent == type ? string.Empty
            : string.IsNullOrEmpty(sent) ? $": its type is {type}"
            : $": its type is {type}, not {sent}";
        return SandboxResponse.Error(400, "Bad request", $"data must be one {type} resource{problem}", "/data");
    }

    private SandboxResponse Submit(SandboxResource form, JsonObject values)
    {
        if (AttributeValidator.ValidateSubmission(values) is { } error)
        {
            return error;
        }

        SandboxResource submission = store
            .Add("form_submissions", store.CreateId(), AttributeDefaults.ApplyEmpty("form_submissions", values))
            .One("site", "sites", store.GetSiteId(form))
            .One("form", "forms", form.Id)
            .Many("tags", "contact_tags", store.GetRelated(form, "contact_tags").Select(static tag => tag.Id));
        publisher.Publish("form_submission", [form.Id], submission, form);
        publisher.Admin.PublishFormSubmission(form, values);
        FormSubmissionHandler.UpsertContact(store, publisher, form, values);
        return reader.Get(SandboxType.Find("form_submissions")!, submission, query) with { Status = 201 };
    }

    private SandboxResource Add(SandboxType type, JsonObject attributes) =>
        store.Add(type.Type, store.CreateId(), AttributeDefaults.Apply(type.Type, attributes, store.Timestamp));
}
