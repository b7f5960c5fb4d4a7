namespace Kajabi.Cli.Tests;

/// <summary>The unmodified example contacts of the vendor.</summary>
public sealed class ReferenceDocumentTests
{
    [SkippableFact]
    public async Task The_first_contact_has_its_offer_although_the_linkage_is_in_the_links()
    {
        CliResult result = await GetAsync("1.json");

        Assert.Equal("Offer 1", (string?)result.Json.SelectToken("relationships.offers[0].attributes.name"));
        Assert.Equal("Tag Name", (string?)result.Json.SelectToken("relationships.tags[0].attributes.name"));
    }

    [SkippableFact]
    public async Task The_second_contact_has_only_attributes()
    {
        CliResult result = await GetAsync("2.json");

        Assert.Equal("john@example.com", (string?)result.Json.SelectToken("attributes.email"));
        Assert.Empty(result.Json["relationships"]!);
    }

    [SkippableFact]
    public async Task The_third_contact_has_its_customer_although_it_contains_no_relationship()
    {
        CliResult result = await GetAsync("3.json");

        Assert.Equal("0.0", (string?)result.Json.SelectToken("relationships.customer.attributes.net_revenue"));
    }

    private static async Task<CliResult> GetAsync(string document)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string path = Path.Combine(ReferenceFolder.Path, "examples", "GET_v1_contacts_id", document);
        await using LoopbackApi api = await LoopbackApi.StartAsync(await File.ReadAllTextAsync(path));
        CliResult result = await CliProcess.RunAsync(api, "get", "contacts", "123", "--include", "offers,tags,customer", "--json");
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return result;
    }
}
