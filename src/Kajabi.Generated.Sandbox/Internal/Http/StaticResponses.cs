using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Responses that belong to no resource type.</summary>
internal static class StaticResponses
{
    public static JsonObject Version(string origin) =>
        new()
        {
            ["meta"] = new JsonObject { ["title"] = "Kajabi sandbox", ["version"] = "1.1.0" },
            ["links"] = new JsonObject { ["documentation"] = $"{origin}/docs" },
            ["jsonapi"] = new JsonObject { ["version"] = "1.0" },
        };

    /// <summary>Returns an HTML page, as the service does for an unknown path.</summary>
    public static SandboxResponse UnknownPath() => new(404, JsonValue.Create("<!DOCTYPE html><title>Not found</title>"), "text/html");

    /// <summary>Returns the resources of a sample event as a JSON array; null for an unknown event.</summary>
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
        return resources is null ? null : EventPayload.Create(store, origin, kind, resources);
    }
}
