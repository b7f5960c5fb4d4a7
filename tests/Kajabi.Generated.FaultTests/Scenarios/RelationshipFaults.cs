using Kajabi.Tests.Server;
using Kajabi.Tests.Table;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Scenarios;

/// <summary>Relationships and included resources that violate JSON:API or the OpenAPI document.</summary>
internal static class RelationshipFaults
{
    private const string Offers = """
        "relationships":{"offers":{"data":[{"id":"5","type":"offers"}]},"customer":{"data":{"id":"9","type":"customers"}}}
        """;

    public static FaultSection Section { get; } =
        new FaultSection("json:api")
            .Read(
                1,
                "one resource twice in included, with different attributes",
                "the first is used, one object, the duplicate is counted",
                Responses.Ok(
                    TestDocuments.ContactWith(
                        Offers,
                        """
                        ,"included":[
                          {"id":"5","type":"offers","attributes":{"title":"first"}},
                          {"id":"5","type":"offers","attributes":{"title":"second"}}]
                        """
                    )
                ),
                static async scenario =>
                {
                    ContactDocument document = await scenario.Client.Contacts.GetContactAsync("123");
                    Assert.Equal(("first", 1), (document.Data.Offers.Single().Attributes.Title, document.DuplicateResourceCount));
                    Assert.Same(document.Included.Single(), document.Data.Offers.Single());
                }
            )
            .Read(
                2,
                "a resource related to itself, and a cycle of two",
                "shared objects; ToString, JSON and equality terminate",
                Responses.Ok(
                    TestDocuments.ContactWith(
                        """
                        "relationships":{"customer":{"data":{"id":"9","type":"customers"}},"friend":{"data":{"id":"123","type":"contacts"}}}
                        """,
                        """
                        ,"included":[{"id":"9","type":"customers","relationships":{
                          "contact":{"data":{"id":"123","type":"contacts"}},
                          "self":{"data":{"id":"9","type":"customers"}}}}]
                        """
                    )
                ),
                static async scenario =>
                {
                    ContactDocument document = await scenario.Client.Contacts.GetContactAsync("123");
                    Assert.Same(document.Data, document.Data.Relationships["friend"]!.Resources.Single());
                    Assert.Same(document.Data.Customer, document.Data.Customer!.Relationships["self"]!.Resources.Single());
                    Assert.Equal("contacts/123", document.Data.ToString());
                    Assert.True(document.Data.Equals(document.Data));
                    Assert.NotEqual(0, document.Data.GetHashCode());
                    Assert.Contains("\"friend\"", JsonConvert.SerializeObject(document), StringComparison.Ordinal);
                }
            )
            .Read(
                3,
                "linkage to resources that are not included",
                "identifiers available, resources not loaded",
                Responses.Ok(TestDocuments.ContactWith(Offers)),
                static async scenario =>
                {
                    Contact contact = await scenario.ReadAsync();
                    Assert.Null(contact.Customer);
                    Assert.Throws<RelationshipNotLoadedException>(() => contact.Offers.Count);
                    Assert.Empty(contact.Relationships.Offers.Resources);
                    Assert.Equal(new ResourceIdentifier("customers", "9"), contact.Relationships.Customer.Identifier);
                    Assert.Equal(RelationshipState.IdentifiersOnly, contact.Relationships.Offers.State);
                }
            )
            .Read(
                4,
                "empty relationships with included resources",
                "found by type and in the document",
                Responses.Ok(
                    TestDocuments.ContactWith(
                        "\"relationships\":{}",
                        ""","included":[{"id":"5","type":"offers"},{"id":"9","type":"customers"}]"""
                    )
                ),
                static async scenario =>
                {
                    ContactDocument document = await scenario.Client.Contacts.GetContactAsync("123");
                    Assert.Equal(("5", "9"), (document.Data.Offers.Single().Id, document.Data.Customer?.Id));
                    Assert.Equal(2, document.Included.Count);
                }
            )
            .Read(
                5,
                "linkage under links.data",
                "resolved; links may contain objects",
                Responses.Ok(
                    TestDocuments.ContactWith(
                        """
                        "relationships":{"offers":{"links":
                          {"self":"https://x.example/1","data":[{"id":"5","type":"offers"}],"extra":{"href":7}}}}
                        """,
                        ""","included":[{"id":"5","type":"offers"}]"""
                    )
                ),
                static async scenario => Assert.Equal("5", (await scenario.ReadAsync()).Offers.Single().Id)
            )
            .Read(
                6,
                "a to-one relationship as a list and a to-many as an object",
                "read where possible, no exception on access",
                Responses.Ok(
                    TestDocuments.ContactWith(
                        """
                        "relationships":{"customer":{"data":[{"id":"9","type":"customers"}]},"offers":{"data":{"id":"5","type":"offers"}}}
                        """,
                        ""","included":[{"id":"5","type":"offers"},{"id":"9","type":"customers"}]"""
                    )
                ),
                static async scenario =>
                {
                    Contact contact = await scenario.ReadAsync();
                    Assert.Equal(("9", "5"), (contact.Customer?.Id, contact.Offers.Single().Id));
                }
            )
            .Read(
                7,
                "an included resource of an unknown type",
                "kept as an untyped resource",
                Responses.Ok(
                    TestDocuments.ContactWith(
                        "\"relationships\":{\"badges\":{\"data\":[{\"id\":\"1\",\"type\":\"badges\"}]}}",
                        ""","included":[{"id":"1","type":"badges","attributes":{"shine":true}},{"id":"2","type":"media"}]"""
                    )
                ),
                static async scenario =>
                {
                    ContactDocument document = await scenario.Client.Contacts.GetContactAsync("123");
                    UnknownResource badge = Assert.IsType<UnknownResource>(document.Data.Relationships["badges"]!.Resources.Single());
                    Assert.True((bool?)badge.Attributes["shine"]);
                }
            );
}
