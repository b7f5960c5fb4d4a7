using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>
/// Grants and revokes an offer through its activation and deactivation links. Kajabi does not document the format of the errors; these
/// contain its messages.
/// </summary>
/// <param name="store">The data.</param>
/// <param name="publisher">Publishes no events of these links.</param>
internal sealed class OfferLinkHandler(SandboxStore store, WebhookPublisher publisher)
{
    private readonly PurchaseService _purchases = new(store, publisher);

    public SandboxResponse Handle(string offerId, string action, JsonNode? body)
    {
        if (store.Find("offers", offerId) is not { } offer)
        {
            return StaticResponses.UnknownPath();
        }

        (string? name, string? email, string? externalId) = (Read(body, "name"), Read(body, "email"), Read(body, "external_user_id"));
        foreach ((string field, string? value) in new[] { ("name", name), ("email", email), ("external_user_id", externalId) })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                return Reject(field, "can't be blank");
            }
        }

        if (!email!.Contains('@', StringComparison.Ordinal))
        {
            return Reject("email", "is invalid");
        }

        SandboxResource? contact = ContactFactory.FindByEmail(store, store.GetSiteId(offer), email).FirstOrDefault();
        SandboxResource? customer = contact is null ? null : store.GetRelated(contact, "customer").FirstOrDefault();
        bool isOther = customer?.GetText("external_user_id") is { } known && known != externalId;
        return action == "activate"
            ? Activate(offer, contact, customer, isOther, (name!, email, externalId!))
            : Deactivate(offer, customer, isOther);
    }

    private static string? Read(JsonNode? body, string field) =>
        body is JsonObject fields && fields[field] is JsonValue value ? value.ToString() : null;

    private static SandboxResponse Succeed() => new(200, new JsonObject { ["status"] = "success" }, "application/json");

    private static SandboxResponse Reject(string field, string message) =>
        new(422, new JsonObject { ["errors"] = new JsonObject { [field] = new JsonArray(message) } }, "application/json");

    private SandboxResponse Activate(
        SandboxResource offer,
        SandboxResource? contact,
        SandboxResource? customer,
        bool isOther,
        (string Name, string Email, string ExternalId) member
    )
    {
        if (isOther)
        {
            return Reject("email", "is invalid");
        }

        contact ??= ContactFactory.Create(
            store,
            store.GetSiteId(offer),
            new JsonObject { ["name"] = member.Name, ["email"] = member.Email }
        );
        customer ??= CustomerFactory.Create(store, contact);
        customer.Attributes["external_user_id"] = member.ExternalId;
        List<string> offers = CustomerAccess.GetOfferIds(customer);
        if (offers.Contains(offer.Id))
        {
            return Reject("base", $"{offer.GetText("title")} has already been granted to this member");
        }

        CustomerAccess.Set(store, customer, offers.Append(offer.Id));
        _purchases.Add(customer, offer, cents: 0, paymentType: "free", status: "succeeded"); // Without an event, as in the service.
        return Succeed();
    }

    private SandboxResponse Deactivate(SandboxResource offer, SandboxResource? customer, bool isOther)
    {
        if (customer is null || isOther)
        {
            return Reject("base", "not found");
        }

        List<string> offers = CustomerAccess.GetOfferIds(customer);
        if (!offers.Contains(offer.Id))
        {
            return Reject("base", "Offer grant not found for offer on member");
        }

        CustomerAccess.Set(store, customer, offers.Where(id => id != offer.Id));
        _purchases.Revoke(customer, offer.Id);
        return Succeed();
    }
}
