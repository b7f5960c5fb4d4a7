using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Hooks;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Answers that no resource type stands behind.</summary>
internal static class StaticResponses
{
    public static JsonObject Version(string origin) =>
        new()
        {
            ["meta"] = new JsonObject { ["title"] = "Kajabi sandbox", ["version"] = "1.1.0" },
            ["links"] = new JsonObject { ["documentation"] = $"{origin}/docs" },
            ["jsonapi"] = new JsonObject { ["version"] = "1.0" },
        };

    /// <summary>The real service answers an unknown path with a page for people.</summary>
    public static SandboxResponse UnknownPath() => new(404, JsonValue.Create("<!DOCTYPE html><title>Not found</title>"), "text/html");

    /// <summary>The resources of a webhook event as a bare list; null for an event that does not exist.</summary>
    public static JsonArray? Sample(SandboxStore store, string origin, string kind)
    {
        SandboxResource contact = store.Find("contacts", "123")!;
        SandboxResource purchase = store.All("purchases")[0];
        SandboxResource order = store.All("orders")[0];
        SandboxResource submission = store.All("form_submissions")[0];
        SandboxResource transaction = store.All("transactions")[0];
        IEnumerable<SandboxResource>? resources = kind switch
        {
            "tag_added" or "tag_removed" => [contact, store.Related(contact, "tags").First()],
            "form_submission" => [submission, .. store.Related(submission, "form")],
            "purchase" => [purchase, .. store.Related(purchase, "customer"), .. store.Related(purchase, "offer")],
            "payment_succeeded" => [transaction, .. store.Related(transaction, "customer"), .. store.Related(transaction, "offer")],
            "order_created" =>
            [
                order,
                .. store.Related(order, "order_items"),
                .. store.Related(order, "customer"),
                .. store.Related(order, "payment_transactions"),
                .. store.Related(order, "payment_transactions").SelectMany(payment => store.Related(payment, "offer")),
            ],
            _ => null,
        };
        return resources is null ? null : EventPayload.Write(store, origin, kind, resources);
    }
}
