using Kajabi.Tests.Server;
using Kajabi.Tests.Table;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Scenarios;

/// <summary>Valid JSON that violates JSON:API or the OpenAPI document.</summary>
internal static class JsonApiFaults
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
            )
            .Read(
                8,
                "a resource of another type than requested",
                "unexpected response that names both types",
                Responses.Ok("""{"data":{"id":"123","type":"customers"}}"""),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "'contacts'", "'customers'")
            )
            .Read(
                9,
                "data without an id",
                "no id, not an empty one",
                Responses.Ok("""{"data":{"type":"contacts","attributes":{"name":"Ada"}}}"""),
                static async scenario => Assert.False((await scenario.ReadAsync()).HasId)
            )
            .Read(
                null,
                "id null",
                "no id",
                Responses.Ok("""{"data":{"id":null,"type":"contacts"}}"""),
                static async scenario => Assert.False((await scenario.ReadAsync()).HasId)
            )
            .Read(
                null,
                "ids as numbers, larger than 32 and 64 bits",
                "read as strings of digits",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok("""{"data":{"id":2148432935,"type":"contacts"}}"""),
                        Responses.Ok("""{"data":{"id":123456789012345678901234567890,"type":"contacts"}}""")
                    );
                    Assert.Equal("2148432935", (await scenario.ReadAsync()).Id);
                    Assert.Equal("123456789012345678901234567890", (await scenario.ReadAsync()).Id);
                }
            )
            .Read(
                null,
                "type missing, null, a number",
                "read as the requested type, or a typed error",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok("""{"data":{"id":"1"}}"""),
                        Responses.Ok("""{"data":{"id":"1","type":null}}"""),
                        Responses.Ok("""{"data":{"id":"1","type":7}}""")
                    );
                    await AssertReadOrFailureAsync(scenario);
                    await AssertReadOrFailureAsync(scenario);
                    await AssertReadOrFailureAsync(scenario);
                }
            )
            .Read(
                10,
                "attributes that the OpenAPI document does not declare",
                "kept, readable, written back",
                Responses.Ok(
                    TestDocuments.Attributes(
                        """
                        "status":"vip","mobile_phone_number":"555","custom_17":{"a":[1,2]}
                        """
                    )
                ),
                static async scenario =>
                {
                    Contact contact = await scenario.ReadAsync();
                    Assert.Equal("vip", (string?)contact.Attributes["status"]);
                    Assert.Contains("mobile_phone_number", contact.Attributes.AdditionalMembers);
                    Assert.Contains("\"custom_17\":{\"a\":[1,2]}", JsonApiSerializer.Serialize(contact), StringComparison.Ordinal);
                }
            )
            .Add(
                11,
                "GET customer",
                "a number where a string is declared",
                "read as a string of digits, written as a number",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(
                            """
                            {"data":{"id":"1","type":"customers","attributes":{"net_revenue":10000}},
                             "included":[{"id":"1","type":"modules","attributes":{"position":1}}]}
                            """
                        )
                    );
                    CustomerDocument document = await scenario.Client.Customers.GetCustomerAsync("1");
                    Assert.Equal("10000", document.Data.Attributes.NetRevenue);
                    Assert.Equal(1, ((Module)document.Included.Single()).Attributes.Position);
                    Assert.Contains("\"net_revenue\":10000", JsonApiSerializer.Serialize(document), StringComparison.Ordinal);
                }
            )
            .Add(
                12,
                "GET webhook",
                "an enum value that the OpenAPI document does not declare",
                "kept as its string",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("""{"data":{"id":"1","type":"hooks","attributes":{"event":"refund"}}}"""));
                    Assert.Equal("refund", (await scenario.Client.Webhooks.GetWebhookAsync("1")).Data.Attributes.Event?.Value);
                }
            )
            .Read(
                13,
                "timestamps in several formats, and invalid ones",
                "the offset is kept; invalid times are null and their JSON is kept; strings stay strings",
                AssertTimesAsync
            )
            .Read(
                14,
                "$type, $ref and $id among the attributes",
                "ordinary attributes",
                Responses.Ok(
                    TestDocuments.Attributes(
                        """
                        "$type":"System.IO.FileInfo, System.Private.CoreLib","$ref":"1","$id":"2","name":"Ada",
                        "extra":{"$type":"System.Object","$values":[1]}
                        """
                    )
                ),
                static async scenario =>
                {
                    Contact contact = await scenario.ReadAsync();
                    Assert.Equal(("Ada", "1"), (contact.Attributes.Name, (string?)contact.Attributes["$ref"]));
                    Assert.IsType<JObject>(contact.Attributes["extra"]);
                }
            )
            .Add(
                15,
                "GET sites",
                "totals in four formats, or none",
                "read from all formats, otherwise null",
                static async scenario =>
                {
                    (string Meta, long? Total)[] spellings =
                    [
                        ("""{"total":3}""", 3),
                        ("""{"total_count":3,"total_pages":1,"current_page":1}""", 3),
                        ("""{"total":3,"pagination":{"current":1,"last":1}}""", 3),
                        ("""{"count":3,"total_count":3,"total_pages":1}""", 3),
                        ("{}", null),
                        ("""{"total":"many"}""", null),
                        ("[]", null),
                    ];
                    foreach ((string meta, long? total) in spellings)
                    {
                        scenario.Server.Respond(Responses.Ok("{\"data\":[],\"meta\":" + meta + "}"));
                        Assert.Equal(total, (await scenario.Client.Sites.ListSitesAsync()).Meta?.TotalCount);
                    }

                    scenario.Server.Respond(Responses.Ok("""{"data":[]}"""));
                    Assert.Null((await scenario.Client.Sites.ListSitesAsync()).Meta?.TotalCount);
                }
            )
            .Add(
                16,
                "GET all sites",
                "an endless next link to the same page",
                "terminates with an exception of the SDK",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(
                            """{"data":[{"id":"1","type":"sites"}],"links":{"next":"https://api.kajabi.com/v1/sites?page[number]=1"}}"""
                        )
                    );
                    await scenario.AssertFailsAsync<KajabiException>(() => CountAsync(scenario.Client.Sites.ListAllSitesAsync()));
                    Assert.InRange(scenario.Server.Requests.Count, 1, 2);
                }
            )
            .Add(
                null,
                "GET all sites",
                "an endless next link without a page number, with the same resources",
                "terminates with an exception of the SDK",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(
                            """{"data":[{"id":"1","type":"sites"}],"links":{"next":"https://api.kajabi.com/v1/sites?cursor=abc"}}"""
                        )
                    );
                    await scenario.AssertFailsAsync<KajabiException>(() => CountAsync(scenario.Client.Sites.ListAllSitesAsync()));
                    Assert.InRange(scenario.Server.Requests.Count, 1, 3);
                }
            )
            .Read(
                17,
                "data and errors together",
                "the errors take precedence",
                Responses.Ok(TestDocuments.ContactWith("\"attributes\":{}", ""","errors":[{"status":"403","title":"No"}]""")),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Forbidden, "No")
            )
            .Read(
                null,
                "empty or null errors with data",
                "read",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok("""{"errors":[],"data":{"id":"1","type":"contacts"}}"""),
                        Responses.Ok("""{"errors":null,"data":{"id":"1","type":"contacts"}}""")
                    );
                    await scenario.ReadAsync();
                    await scenario.ReadAsync();
                }
            )
            .Read(
                18,
                "a jsonapi member, unknown top-level members, @-members",
                "ignored, and kept",
                Responses.Ok(
                    """
                    {"jsonapi":{"version":"1.1","ext":["https://x"]},"@context":"x","debug":[1],
                     "data":{"@id":"x","id":"123","type":"contacts","attributes":{"name":"Ada"}}}
                    """
                ),
                static async scenario =>
                {
                    ContactDocument document = await scenario.Client.Contacts.GetContactAsync("123");
                    Assert.Equal(("Ada", "x"), (document.Data.Attributes.Name, (string?)document.AdditionalMembers["@context"]));
                }
            );

    public static async Task AssertReadOrFailureAsync(FaultScenario scenario)
    {
        Exception? exception = await Record.ExceptionAsync(() => scenario.ReadAsync());
        Assert.True(exception is null or KajabiApiException, exception?.ToString());
        if (exception is not null)
        {
            scenario.LeakDetector.Inspect(exception);
        }
    }

    public static async Task<int> CountAsync<T>(IAsyncEnumerable<T> sequence)
    {
        int count = 0;
        await foreach (T _ in sequence)
        {
            count++;
        }

        return count;
    }

    private static async Task AssertTimesAsync(FaultScenario scenario)
    {
        (string Text, DateTimeOffset? Time)[] spellings =
        [
            ("2024-01-15T10:30:00Z", new(2024, 1, 15, 10, 30, 0, TimeSpan.Zero)),
            ("2024-01-15T10:30:00.669Z", new(2024, 1, 15, 10, 30, 0, 669, TimeSpan.Zero)),
            ("2026-08-02T20:26:32.995-05:00", new(2026, 8, 2, 20, 26, 32, 995, TimeSpan.FromHours(-5))),
            ("2024-01-15", new(2024, 1, 15, 0, 0, 0, TimeSpan.Zero)),
            ("", null),
            ("0000-00-00", null),
            ("2024-02-30T00:00:00Z", null),
            ("9999-12-31T23:59:59-14:00", null),
            ("tomorrow", null),
        ];
        foreach ((string text, DateTimeOffset? time) in spellings)
        {
            scenario.Server.Respond(Responses.Ok(TestDocuments.Attributes($"\"created_at\":\"{text}\",\"seen_at\":\"{text}\"")));
            Contact contact = await scenario.ReadAsync();
            Assert.Equal((time, time?.Offset), (contact.Attributes.CreatedAt, contact.Attributes.CreatedAt?.Offset));
            Assert.Equal(text, (string?)contact.Attributes["seen_at"]);
            Assert.Contains($"\"created_at\":\"{text}\"", JsonApiSerializer.Serialize(contact), StringComparison.Ordinal);
        }

        scenario.Server.Respond(Responses.Ok(TestDocuments.Attributes("\"created_at\":null")));
        Assert.Null((await scenario.ReadAsync()).Attributes.CreatedAt);
    }
}
