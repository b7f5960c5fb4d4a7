using Kajabi.Sandbox.Internal.Data.Templates;

namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Attributes of own data that the API does not have: misspelled ones are rejected, and others are kept and listed.</summary>
public sealed class UnknownAttributeTests : EmptySandboxTestBase
{
    [Theory]
    [InlineData("contacts", "phone_nmber", "phone_number")]
    [InlineData("contacts", "phoneNumber", "phone_number")]
    [InlineData("contacts", "AddressLine1", "address_line_1")]
    [InlineData("contacts", "Email", "email")]
    [InlineData("contacts", "custom_01", "custom_1")]
    [InlineData("offers", "price_in_cent", "price_in_cents")]
    [InlineData("form_submissions", "adress_city", "address_city")]
    public void A_misspelled_attribute_is_rejected_with_the_name_that_is_meant(string type, string name, string meant)
    {
        Data.AddSite("Studio");

        SandboxDataException error = Assert.Throws<SandboxDataException>(() =>
            Data.Load($$$"""{"id":"1","type":"{{{type}}}","attributes":{"{{{name}}}":null}}""")
        );

        Assert.Equal($"Line 1, {type} 1: the API has no attribute {name}. Did you mean {meant}?", error.Message);
    }

    [Fact]
    public void A_misspelled_attribute_of_a_test_is_rejected_with_the_name_that_is_meant()
    {
        Data.AddSite("Studio");

        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Data.AddContact("ann@example.com", configure: static ann => ann["phone_nmber"] = "1")
        );

        Assert.Contains("no attribute phone_nmber. Did you mean phone_number?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelled_relationship_is_rejected_and_another_one_is_kept_unless_the_sandbox_is_strict()
    {
        const string Json = """{"id":"1","type":"contacts","relationships":{"*":[{"type":"contact_tags","id":"2"}]}}""";
        await using KajabiSandbox strict = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { IsStrict = true });
        Data.AddSite("Studio");

        SandboxDataException misspelled = Assert.Throws<SandboxDataException>(() =>
            Data.Load(Json.Replace("*", "tag", StringComparison.Ordinal))
        );
        SandboxDataException unknown = Assert.Throws<SandboxDataException>(() =>
            strict.Data.Load(Json.Replace("*", "groups", StringComparison.Ordinal))
        );
        Data.Load(Json.Replace("*", "groups", StringComparison.Ordinal));

        Assert.Equal("Line 1, contacts 1: the API has no relationship tag. Did you mean tags?", misspelled.Message);
        Assert.Equal(
            "Line 1, contacts 1: the API has no relationship groups. Those of contacts are customer, offers, site, tags.",
            unknown.Message
        );
        Assert.Equal("1", Assert.Single((await Kajabi.Contacts.ListContactsAsync()).Data).Id);
    }

    [Fact]
    public async Task Another_attribute_is_kept_and_listed()
    {
        Data.AddSite("Studio", configure: static site => site["region"] = "EU");
        Data.Load("""{"id":"1","type":"contacts","attributes":{"email":"ann@example.com","height":170,"custom_150":"x"}}""");
        Data.Load("""{"id":"2","type":"contacts","attributes":{"email":"bob@example.com","height":180,"emails":[]}}""");

        Assert.Equal(["contacts.emails", "contacts.height", "sites.region"], Data.UnknownAttributes);
        Assert.Equal(170, (int?)(await Kajabi.Contacts.GetContactAsync("1")).Data.Attributes["height"]);
    }

    [Fact]
    public async Task A_strict_sandbox_rejects_every_attribute_that_the_API_does_not_have()
    {
        await using KajabiSandbox strict = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { IsStrict = true });

        ArgumentException typed = Assert.Throws<ArgumentException>(() =>
            strict.Data.AddContact("ann@example.com", configure: static ann => ann["height"] = 170)
        );
        SandboxDataException loaded = Assert.Throws<SandboxDataException>(() =>
            strict.Data.Load("""{"id":"900","type":"contacts","attributes":{"email":"ann@example.com","height":170}}""")
        );
        strict.Data.AddContact("ann@example.com", configure: static ann => ann["custom_150"] = "x");

        const string Expected = "the API has no attribute height. IsStrict rejects each attribute that the API does not have.";
        Assert.Contains(Expected, typed.Message, StringComparison.Ordinal);
        Assert.Contains(Expected, loaded.Message, StringComparison.Ordinal);
        Assert.Empty(strict.Data.UnknownAttributes);
    }

    [Fact]
    public void The_sandbox_has_the_attributes_and_relationships_of_the_OpenAPI_document()
    {
        HashSet<string> declared = [.. ResponseValidator.Load().Declared()];
        HashSet<string> known = [.. ResourceTemplates.Types.SelectMany(static type => GetMembers(type, ResourceTemplates.Find(type)!))];

        // Own data of these types has a site, which the API does not return.
        Assert.Equal(["blogs.relationships.site", "kajabi_payments_payouts.relationships.site"], known.Except(declared).Order());
        Assert.Empty(declared.Except(known));
    }

    private static IEnumerable<string> GetMembers(string type, ResourceTemplate template) =>
        [
            .. template.Names.Select(name => $"{type}.attributes.{name}"),
            .. template.Relationships.Select(relationship => $"{type}.relationships.{relationship.Name}"),
        ];
}
