using System.Text.Json.Nodes;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>What the API has no operation for: checkouts and activation links.</summary>
internal static class SaleEndpoints
{
    public static ControlEndpoint[] All { get; } =
    [
        ControlEndpoint.Post("/checkout", CheckOutAsync),
        ControlEndpoint.Get(
            "/offer-links/{offer}",
            static request => new JsonObject
            {
                ["activation_link"] = request.Sandbox.GetOfferLink(request.GetPathValue("offer")).AbsoluteUri,
            }
        ),
    ];

    private static async Task<JsonNode> CheckOutAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        string contact = body.GetRequiredText("contact_id");
        IReadOnlyList<string> offers = body.GetRequiredTexts("offer_ids", "a list of ids");
        body.RejectOthers();
        IReadOnlyList<string> purchases = request.Sandbox.SimulateCheckout(contact, offers);
        return new JsonObject { ["purchase_ids"] = new JsonArray([.. purchases.Select(static id => (JsonNode)id)]) };
    }
}
