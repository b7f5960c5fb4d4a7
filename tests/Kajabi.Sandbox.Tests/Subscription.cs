namespace Kajabi.Sandbox.Tests;

/// <summary>Webhooks of the site 1 that a test creates with the API.</summary>
internal static class Subscription
{
    /// <summary>A host that the sandbox sends nothing to.</summary>
    public static readonly Uri Elsewhere = new("https://hooks.example.com/");

    /// <summary>Creates a webhook.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> CreateAsync(KajabiClient kajabi, string eventName, Uri target) =>
        (await kajabi.Webhooks.CreateWebhookAsync(new WebhookAttributes { Event = eventName, TargetUrl = target.AbsoluteUri }, siteId: "1"))
            .Data
            .Id;

    /// <summary>Creates a webhook, and a tag of a contact whose event it receives.</summary>
    public static async Task CreateAndTagAsync(KajabiSandbox sandbox, Uri target)
    {
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        await CreateAsync(kajabi, "tag_added", target);
        await TagAsync(kajabi, "2148433001");
    }

    /// <summary>Adds a tag, which fires <c>tag_added</c>.</summary>
    public static Task TagAsync(KajabiClient kajabi, string contactId) => kajabi.Contacts.AddContactTagsAsync(contactId, ["790"]);
}
