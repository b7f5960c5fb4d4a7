namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Data from JSON:API documents and from files of <c>kajabi export</c>.</summary>
public sealed class LoadTests : EmptySandboxTestBase
{
    [Fact]
    public async Task A_document_is_completed_in_both_directions()
    {
        IReadOnlyList<SandboxIdentifier> loaded = Data.Load(
            """
            {
              "data": [
                { "id": "10", "type": "contacts", "attributes": { "name": "Ann", "email": "ann@example.com", "height": 170 },
                  "relationships": { "site": { "data": { "id": "1", "type": "sites" } },
                    "customer": { "data": { "id": "20", "type": "customers" } },
                    "tags": { "data": [{ "id": "30", "type": "contact_tags" }] },
                    "offers": { "links": { "self": "https://api.example.com" } } } }
              ],
              "included": [
                { "id": "20", "type": "customers", "attributes": { "name": "Ann" },
                  "relationships": { "offers": { "data": [{ "id": "40", "type": "offers" }] } } },
                { "id": "30", "type": "contact_tags", "attributes": { "name": "VIP" } },
                { "id": "40", "type": "offers", "attributes": { "title": "Course", "price_in_cents": 500 } },
                { "id": "50", "type": "badges", "attributes": { "level": 3 } }
              ]
            }
            """
        );

        Assert.Equal([new SandboxIdentifier("contacts", "10")], loaded);
        Contact contact = (
            await Kajabi.Contacts.GetContactAsync(
                "10",
                new GetContactQuery { Include = [ContactInclude.Customer, ContactInclude.Offers, ContactInclude.Tags] }
            )
        ).Data;
        Assert.Equal(
            ("Site 1", "Ann", "VIP"),
            (
                (await Kajabi.Sites.GetSiteAsync("1")).Data.Attributes.Title,
                contact.Customer?.Attributes.Name,
                contact.Tags.Single().Attributes.Name
            )
        );
        Assert.Equal((500L, 170), (contact.Offers.Single().Attributes.PriceInCents, (int?)contact.Attributes["height"]));
        Assert.Equal("1", contact.Tags.Single().Relationships.Site.Identifier?.Id);
        Assert.Equal("10", (await Kajabi.Customers.GetCustomerAsync("20")).Data.Relationships.Contact.Identifier?.Id);
        Assert.NotNull(Sandbox.SimulateCheckout("10", "40")); // Loaded resources work like others.
    }

    [Fact]
    public async Task Files_of_several_types_can_be_loaded_in_any_order()
    {
        Data.Load(
            """{"id":"60","type":"purchases","attributes":{"amount_in_cents":500},"relationships":{"offer":{"id":"40","type":"offers"},"""
                + """ "customer":{"id":"20","type":"customers","attributes":{"name":"Included"},"""
                + """ "relationships":{"site":{"id":"1","type":"sites"}}},"transactions":[{"id":"70","type":"transactions"}]}} """
                + "\n\n"
        );
        Data.Load(
            """
            {"id":"20","type":"customers","attributes":{"name":"Ann"},"relationships":{"site":{"id":"1","type":"sites"},"offers":{}}}
            {"id":"21","type":"customers","attributes":{"name":"Bob"},"relationships":{"site":{"id":"1","type":"sites"},"offers":{}}}
            """
        );
        Data.Load("""[{"id":"40","type":"offers","attributes":{"title":"Course"},"relationships":{"site":{"id":"1","type":"sites"}}}]""");
        Data.Load(
            """{"id":"70","type":"transactions","attributes":{"amount_in_cents":500},"""
                + """ "relationships":{"customer":{"id":"20","type":"customers"}}}"""
        );

        Purchase purchase = (await Kajabi.Purchases.GetPurchaseAsync("60")).Data;
        Assert.Equal(("40", "20"), (purchase.Relationships.Offer.Identifier?.Id, purchase.Relationships.Customer.Identifier?.Id));
        Assert.Equal(["70"], purchase.Relationships.Transactions.Identifiers!.Select(static one => one.Id));
        Assert.Equal(["Ann", "Bob"], (await Kajabi.Customers.ListCustomersAsync()).Data.Select(static one => one.Attributes.Name).Order());
        Assert.Equal("1", (await Kajabi.Transactions.ListTransactionsAsync()).Data.Single().Relationships.Site.Identifier?.Id);
    }

    public static TheoryData<string, int?, string?, string> Invalid =>
        new()
        {
            { "{ \"data\": [\n{ \"id\": \"1\", \"type\": \"sites\" },\n{ \"id\": ] }", 3, null, "not valid JSON" },
            { "{\"id\":\"1\",\"type\":\"sites\"}\n{\"id\":\"2\",\"type\":\"sites\"", 2, null, "not valid JSON" },
            { "{\"id\":\"1\",\"type\":\"sites\"}\n\n{\"type\":\"sites\"}", 3, null, "members type and id" },
            { "[\n5]", 2, null, "members type and id" },
            { "7", 1, null, "members type and id" },
            { string.Empty, 1, null, "not valid JSON" },
            { "{\"id\":\"1\",\"type\":\"contact\"}", 1, "contact 1", "no resource type contact. Did you mean contacts? It has blog_posts" },
            { "{\"id\":\"1\",\"type\":\"tags\"}", 1, "tags 1", "Did you mean contact_tags?" },
            { "{\"data\":[]}\n\n{\"id\":\"1\",\"type\":\"sites\"} x", 3, null, "more text follows" },
            { "{\n\"data\": []\n}\n{\n\"data\": []\n}", 4, null, "more text follows" },
            { "[] []", 1, null, "more text follows" },
            { "{\"data\":\n5}", 1, null, "data is a resource, an array of resources, or null" },
            { "{\"data\":[],\n\"included\":{}}", 2, null, "included is an array" },
            { "{\"data\":[],\"data\":[]}", 1, null, "data of the document occurs twice" },
            { "{\"data\":[],\"inclued\":[]}", 1, null, "no member inclued. Did you mean included?" },
            { Site("\"relationships\":5"), 1, "sites 1", "relationships is an object" },
            { Site("\"relationships\":[]"), 1, "sites 1", "relationships is an object" },
            { Site("\"atributes\":{}"), 1, "sites 1", "no member atributes. Did you mean attributes?" },
            { Site("\"attributes\":{},\"attributes\":{}"), 1, "sites 1", "attributes occurs twice" },
            { Site("\"attributes\":{\"title\":\"a\",\"title\":\"b\"}"), 1, "sites 1", "attributes.title occurs twice" },
            { "{\"id\":\"1\",\"type\":\"offers\",\"attributes\":{\"price_in_cents\":5.5}}", 1, "offers 1", "whole number of cents" },
            { "{\"id\":\"1\",\"type\":\"offers\",\"attributes\":{\"price_in_cents\":1e20}}", 1, "offers 1", "whole number of cents" },
            { "{\"id\":\"1\",\"type\":\"hooks\",\"attributes\":{\"target_url\":\"hooks\"}}", 1, "hooks 1", "target_url is an absolute" },
            { "{\"id\":\"1\",\"type\":\"hooks\",\"attributes\":{\"target_url\":\"ftp://a/\"}}", 1, "hooks 1", "target_url is an absolute" },
            { "{\"data\":{\"id\":\"1\",\"type\":\"sites\",\"attributes\":[]}}", 1, "sites 1", "attributes is an object" },
            { "{\"id\":\"1\",\"type\":\"offers\",\"attributes\":{\"price_in_cents\":\"5\"}}", 1, "offers 1", "price_in_cents is a number" },
            { "{\"id\":\"x\",\"type\":\"offers\"}", 1, "offers x", "consists of digits" },
            { "{\"id\":\"1\",\"type\":\"sites\"}\n{\"id\":\"1\",\"type\":\"sites\"}", 2, "sites 1", "occurs twice, also on line 1" },
            { "{\"id\":\"11\",\"type\":\"users\"}", 1, "users 11", "without the sample data" },
            { "{\"id\":\"1\",\"type\":\"contacts\"}", 1, "contacts 1", "it has no site" },
            { Contact("\"tags\":{\"id\":\"2\",\"type\":\"contact_tags\"}"), 1, "contacts 1", "tags is an array in the API" },
            { Contact("\"tags\":[{\"id\":\"2\",\"type\":\"offers\"}]"), 1, "contacts 1", "tags refers to contact_tags, not to offers 2" },
            { Contact("\"tags\":[5]"), 1, "contacts 1", "no resource identifiers" },
            { Contact("\"tags\":5"), 1, "contacts 1", "neither a resource identifier" },
            {
                Customer("1", "9") + "\n" + Customer("2", "9") + "\n{\"id\":\"9\",\"type\":\"contacts\"}",
                2,
                "customers 2",
                "contacts 9 belongs to customers 1"
            },
            { Mail("1", "a@x.com") + "\n" + Mail("2", "A@x.com"), 2, "contacts 2", "another contact of the site has the e-mail address" },
        };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_file_is_loaded_completely_or_not_at_all(string json, int? line, string? resource, string message)
    {
        SandboxDataException error = Assert.Throws<SandboxDataException>(() => Data.Load(json));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains($"Line {line}", error.Message, StringComparison.Ordinal);
        Assert.Equal((line, resource), (error.Line, error.Resource?.ToString()));
        Assert.Equal("users 11", Assert.Single(Sandbox.Store.All.Select(static one => $"{one.Type} {one.Id}")));
    }

    [Fact]
    public async Task A_file_is_read_with_or_without_a_byte_order_mark()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                path,
                "{\"id\":\"1\",\"type\":\"sites\",\"attributes\":{\"title\":\"Studio é\"}}\r\n",
                new System.Text.UTF8Encoding(true)
            );
            await Data.LoadAsync(path);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal("Studio é", (await Kajabi.Sites.GetSiteAsync("1")).Data.Attributes.Title);
        await Assert.ThrowsAsync<FileNotFoundException>(() => Data.LoadAsync(path));
    }

    private static string Site(string member) => $"{{\"id\":\"1\",\"type\":\"sites\",{member}}}";

    private static string Contact(string relationship) =>
        $"{{\"id\":\"1\",\"type\":\"contacts\",\"relationships\":{{\"site\":{{\"id\":\"1\",\"type\":\"sites\"}},{relationship}}}}}";

    private static string Customer(string id, string contact) =>
        $"{{\"id\":\"{id}\",\"type\":\"customers\",\"relationships\":{{\"contact\":{{\"id\":\"{contact}\",\"type\":\"contacts\"}}}}}}";

    private static string Mail(string id, string email) =>
        $$$"""{"id":"{{{id}}}","type":"contacts","attributes":{"email":"{{{email}}}"},"""
        + """ "relationships":{"site":{"id":"1","type":"sites"}}}""";
}
