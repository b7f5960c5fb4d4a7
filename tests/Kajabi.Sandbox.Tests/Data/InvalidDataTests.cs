namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Invalid data of a test is rejected with what is missing, and nothing is stored.</summary>
public sealed class InvalidDataTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private static readonly SandboxContact s_contact = new("123");
    private static readonly SandboxSite s_other = new("2148432935");

    public static TheoryData<string, Action<SandboxData>> Invalid =>
        new()
        {
            { "'ann' is not an e-mail address", static data => data.AddContact("ann") },
            { "has the e-mail address 'Johanna@example.com'", static data => data.AddContact("Johanna@example.com") },
            { "no contact_tags 999: add it with sandbox.Data.AddTag", static data => data.AddContact("a@example.com", tags: [new("999")]) },
            { "belongs to the site 2148432935", static data => data.AddContact("a@example.com", tags: [new("791")]) },
            { "no sites 999: add it with sandbox.Data.AddSite", static data => data.AddContact("a@example.com", site: new("999")) },
            { "has a resource contacts 123", static data => data.AddContact("a@example.com", id: "123") },
            { "1 to 18 digits; 'abc' does not", static data => data.AddContact("a@example.com", id: "abc") },
            {
                "subscribed is a Boolean in the API, and a text here",
                static data => data.AddContact("a@example.com", configure: static one => one["subscribed"] = "yes")
            },
            {
                "created_at is a time",
                static data => data.AddContact("a@example.com", configure: static one => one["created_at"] = "yesterday")
            },
            { "no contacts 999: add it with sandbox.Data.AddContact", static data => data.AddNote(new("999"), "text") },
            { "has the customer 321", static data => data.AddCustomer(s_contact) },
            { "no offers 999: add it with sandbox.Data.AddOffer", static data => data.AddPurchase(s_contact, new("999")) },
            { "different sites cannot be related", static data => data.AddPurchase(s_contact, new("2148440010")) },
            { "no purchases 999: add it with sandbox.Data.AddPurchase", static data => data.AddTransaction(new("999")) },
            { "'usd' is not the code of a currency", static data => data.AddOffer("Course", 100, "usd") },
            { "no products 999: add it with sandbox.Data.AddProduct", static data => data.AddOffer("Course", 100, products: [new("999")]) },
            { "must be a non-negative", static data => data.AddOffer("Course", -1) },
            { "must be a non-negative", static data => data.AddTransaction(new("1021"), amountInCents: -1) },
            { "different sites", static data => data.AddForm("Newsletter", offer: new("456"), site: s_other) },
            { "different sites", static data => data.AddCourse("Course", offers: [new("456")], site: s_other) },
            { "title", static data => data.AddCourse(" ") },
        };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void It_is_rejected_with_its_cause_and_its_remedy(string message, Action<SandboxData> add)
    {
        string before = SandboxState.Describe(fixture.Sandbox);

        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => add(fixture.Sandbox.Data));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, SandboxState.Describe(fixture.Sandbox));
    }

    [Fact]
    public async Task A_sandbox_without_a_site_asks_for_one()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });

        ArgumentException error = Assert.Throws<ArgumentException>(() => sandbox.Data.AddContact("ann@example.com"));

        Assert.Contains(
            "The sandbox has no site: add one with sandbox.Data.AddSite(\"My site\").",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
