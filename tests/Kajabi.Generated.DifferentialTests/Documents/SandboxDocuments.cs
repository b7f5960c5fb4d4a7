using System.Text;
using Kajabi.Areas.Internal;

namespace Kajabi.Tests.Documents;

/// <summary>The responses of the sandbox to reads with all includes, its errors, and its webhook deliveries.</summary>
internal static class SandboxDocuments
{
    private static readonly string[] s_events =
    [
        "tag_added",
        "tag_removed",
        "form_submission",
        "purchase",
        "payment_succeeded",
        "order_created",
    ];

    public static async Task<IReadOnlyList<DocumentCase>> ReadAsync()
    {
        await using Kajabi.Sandbox.KajabiSandbox sandbox = await Kajabi.Sandbox.KajabiSandbox.StartAsync();
        List<DocumentCase> cases = [];
        using RecordingHandler recorder = new((address, body) => cases.AddRange(CandidateTypes.CreateCases(address, body)));
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            },
            recorder
        );
        foreach (ResourceTypeOperations operations in GeneratedOperations.All)
        {
            await ReadAsync(kajabi, operations);
        }

        foreach (string name in s_events)
        {
            await SendAsync(kajabi, $"/v1/hooks/{name}_sample");
        }

        await SendAsync(kajabi, "/v1/contacts/123/relationships/tags");
        await SendAsync(kajabi, "/v1/contacts/123?fields[contacts]=email&include=customer,tags,offers");
        await SendAsync(kajabi, "/v1/version");
        await WriteAsync(kajabi, sandbox);
        foreach (Kajabi.Sandbox.SandboxDelivery delivery in await sandbox.WaitForDeliveriesAsync())
        {
            cases.AddRange(CandidateTypes.CreateCases($"delivery of {delivery.Event}", Encoding.UTF8.GetBytes(delivery.Body)));
        }

        return cases;
    }

    private static async Task ReadAsync(KajabiClient kajabi, ResourceTypeOperations operations)
    {
        string path = $"/v1/{operations.Type}";
        string filter = operations.List?.Query.RequiredFilters is [var required, ..] ? $"&filter[{required}]=1" : string.Empty;
        string[] ids = [];
        if (operations.List is { } list)
        {
            await SendAsync(kajabi, $"{path}?page[size]=2{filter}");
            string all = $"{path}?page[size]=3{filter}&include={string.Join(',', list.Query.Includes)}";
            ids = await SendAsync(kajabi, all) is { } page ? [.. page.Data.Take(1).Select(static resource => resource.Id)] : [];
        }

        foreach (string id in ids)
        {
            await SendAsync(kajabi, $"{path}/{id}?{filter.TrimStart('&')}");
            await SendAsync(kajabi, $"{path}/{id}?include={string.Join(',', operations.Get.Query?.Includes ?? [])}{filter}");
        }
    }

    /// <summary>Sends a request. The recorder stores the response, an error too.</summary>
    private static async Task<MixedResourceCollection?> SendAsync(KajabiClient kajabi, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        try
        {
            return await kajabi.SendAsync<MixedResourceCollection>(request);
        }
        catch (KajabiException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(KajabiClient kajabi, Kajabi.Sandbox.KajabiSandbox sandbox)
    {
        foreach (string name in s_events)
        {
            // Nothing is sent to another machine, but the sandbox records what it would send.
            WebhookAttributes webhook = new() { Event = name, TargetUrl = "https://hooks.example.com/" };
            await kajabi.Webhooks.CreateWebhookAsync(webhook, siteId: "1");
        }

        ContactAttributes attributes = new() { Name = "Ada \u00e9", Email = "ada@example.com" };
        string id = (await kajabi.Contacts.CreateContactAsync(attributes, siteId: "1")).Data.Id;
        await kajabi.Contacts.AddContactTagsAsync(id, ["789"]);
        await kajabi.Contacts.RemoveContactTagsAsync(id, ["789"]);
        await kajabi.Contacts.GrantContactOffersAsync(id, ["457"], WelcomeEmail.DoNotSend);
        await kajabi.Forms.SubmitFormAsync("801", new FormSubmissionAttributes { Name = "Ines", Email = "ines@example.com" });
        sandbox.SimulateCheckout(id, "456");
    }
}
