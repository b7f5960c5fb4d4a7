using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Reads and changes the linkage of a relationship.</summary>
/// <param name="store">The data.</param>
/// <param name="publisher">Publishes tag and purchase events.</param>
internal sealed class LinkageWriter(SandboxStore store, WebhookPublisher publisher)
{
    public SandboxResponse Handle(string method, SandboxResource resource, string name, JsonNode? body)
    {
        if (!resource.Relationships.TryGetValue(name, out SandboxRelationship? relationship) || !relationship.IsToMany)
        {
            return StaticResponses.UnknownPath();
        }

        if (method == "GET")
        {
            return CreateResponse(relationship);
        }

        if (resource.Type is not ("contacts" or "customers") || name is not ("offers" or "tags"))
        {
            return StaticResponses.UnknownPath();
        }

        if (method is not ("POST" or "PATCH" or "DELETE"))
        {
            return StaticResponses.UnknownPath();
        }

        if (
            (body as JsonObject)?["data"] is not JsonArray data
            || data.Any(item => RequestDocument.GetId(item, relationship.TargetType) is null)
        )
        {
            return SandboxResponse.Error(
                400,
                "Bad request",
                $"data must be a list of {relationship.TargetType} resource identifiers",
                "/data"
            );
        }

        List<string> ids = [.. data.Select(item => RequestDocument.GetId(item, relationship.TargetType)!).Distinct()];
        if (ids.Any(id => store.Find(relationship.TargetType, id) is null) || (method == "DELETE" && ids.Except(relationship.Ids).Any()))
        {
            return SandboxResponse.NotFound(relationship.TargetType);
        }

        Change(resource, name, relationship, ApplyChange(method, relationship.Ids, ids));
        return CreateResponse(resource.Relationships[name]);
    }

    private static List<string> ApplyChange(string method, List<string> current, List<string> ids) =>
        method switch
        {
            "POST" => [.. current.Union(ids)],
            "DELETE" => [.. current.Except(ids)],
            _ => ids,
        };

    private static SandboxResponse CreateResponse(SandboxRelationship relationship) =>
        new(
            200,
            new JsonObject
            {
                ["data"] = new JsonArray([.. relationship.Ids.Select(id => ResourceWriter.WriteIdentifier(relationship.TargetType, id))]),
            }
        );

    private void Change(SandboxResource resource, string name, SandboxRelationship relationship, List<string> updated)
    {
        List<string> added = [.. updated.Except(relationship.Ids)];
        List<string> removed = [.. relationship.Ids.Except(updated)];
        relationship.Ids.Clear();
        relationship.Ids.AddRange(updated);
        switch (resource.Type, name)
        {
            case ("contacts", "tags"):
                Publish("tag_added", resource, added);
                Publish("tag_removed", resource, removed);
                break;
            case ("contacts", "offers") when added.Count > 0 || removed.Count > 0:
                // The first grant creates the customer.
                ChangeAccess(
                    store.GetRelated(resource, "customer").FirstOrDefault() ?? CustomerFactory.Create(store, resource),
                    updated,
                    added,
                    removed
                );
                break;
            case ("customers", "offers"):
                ChangeAccess(resource, updated, added, removed);
                break;
        }
    }

    private void Publish(string eventName, SandboxResource contact, List<string> tagIds)
    {
        foreach (string id in tagIds)
        {
            publisher.Publish(eventName, [id], contact, store.Find("contact_tags", id)!);
        }
    }

    private void ChangeAccess(SandboxResource customer, List<string> updated, List<string> added, List<string> removed)
    {
        CustomerAccess.Set(store, customer, updated);
        PurchaseService purchases = new(store, publisher);
        removed.ForEach(id => purchases.Revoke(customer, id));
        added.ForEach(id => purchases.Grant(customer, store.Find("offers", id)!));
    }
}
