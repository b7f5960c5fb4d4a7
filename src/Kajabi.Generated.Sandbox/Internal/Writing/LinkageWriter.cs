using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Hooks;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Reads and changes what a relationship holds.</summary>
/// <param name="store">The data.</param>
/// <param name="hooks">Hears of tags and of what was granted.</param>
internal sealed class LinkageWriter(SandboxStore store, WebhookPublisher hooks)
{
    public SandboxResponse Answer(string method, SandboxResource resource, string name, JsonNode? body)
    {
        if (!resource.Relationships.TryGetValue(name, out SandboxRelationship? relationship) || !relationship.IsToMany)
        {
            return StaticResponses.UnknownPath();
        }

        if (method == "GET")
        {
            return Linkage(relationship);
        }

        if (
            body?["data"] is not JsonArray data
            || data.Any(item => (string?)item?["type"] != relationship.TargetType || item?["id"] is null)
        )
        {
            return SandboxResponse.Error(
                400,
                "Bad request",
                $"data must be a list of {relationship.TargetType} resource identifiers",
                "/data"
            );
        }

        List<string> ids = [.. data.Select(static item => item!["id"]!.ToString()).Distinct()];
        if (ids.Any(id => store.Find(relationship.TargetType, id) is null) || (method == "DELETE" && ids.Except(relationship.Ids).Any()))
        {
            return SandboxResponse.NotFound(relationship.TargetType);
        }

        Change(resource, name, relationship, After(method, relationship.Ids, ids));
        return Linkage(resource.Relationships[name]);
    }

    private static List<string> After(string method, List<string> before, List<string> ids) =>
        method switch
        {
            "POST" => [.. before.Union(ids)],
            "DELETE" => [.. before.Except(ids)],
            "PATCH" => ids,
            _ => before,
        };

    private static SandboxResponse Linkage(SandboxRelationship relationship) =>
        new(
            200,
            new JsonObject
            {
                ["data"] = new JsonArray([.. relationship.Ids.Select(id => ResourceWriter.Identifier(relationship.TargetType, id))]),
            }
        );

    private void Change(SandboxResource resource, string name, SandboxRelationship relationship, List<string> after)
    {
        List<string> added = [.. after.Except(relationship.Ids)];
        List<string> removed = [.. relationship.Ids.Except(after)];
        relationship.Ids.Clear();
        relationship.Ids.AddRange(after);
        switch (resource.Type, name)
        {
            case ("contacts", "tags"):
                Tell("tag_added", resource, added);
                Tell("tag_removed", resource, removed);
                break;
            case ("contacts", "offers") when added.Count > 0 || removed.Count > 0:
                // The first grant makes the customer.
                ChangeAccess(
                    store.Related(resource, "customer").FirstOrDefault() ?? CustomerFactory.Make(store, resource),
                    after,
                    added,
                    removed
                );
                break;
            case ("customers", "offers"):
                ChangeAccess(resource, after, added, removed);
                break;
        }
    }

    private void Tell(string kind, SandboxResource contact, List<string> tagIds)
    {
        foreach (string id in tagIds)
        {
            hooks.Tell(kind, [id], contact, store.Find("contact_tags", id)!);
        }
    }

    private void ChangeAccess(SandboxResource customer, List<string> after, List<string> added, List<string> removed)
    {
        CustomerAccess.Set(store, customer, after);
        PurchaseService book = new(store, hooks);
        removed.ForEach(id => book.Revoke(customer, id));
        added.ForEach(id => book.Grant(customer, store.Find("offers", id)!));
    }
}
