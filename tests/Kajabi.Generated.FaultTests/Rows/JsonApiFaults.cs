using Kajabi.Tests.Server;
using Kajabi.Tests.Table;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Rows;

/// <summary>Documents that are JSON and leave JSON:API, or leave the contract.</summary>
internal static class JsonApiFaults
{
    private const string Offers = """
        "relationships":{"offers":{"data":[{"id":"5","type":"offers"}]},"customer":{"data":{"id":"9","type":"customers"}}}
        """;

    public static FaultSection Section { get; } =
        new FaultSection("json:api")
            .Read(
                1,
                "one identity twice in included, with other attributes",
                "the first stands, one object, the repetition counted",
                Answers.Ok(
                    Documents.ContactWith(
                        Offers,
                        ""","included":[{"id":"5","type":"offers","attributes":{"title":"first"}},{"id":"5","type":"offers","attributes":{"title":"second"}}]"""
                    )
                ),
                static async stage =>
                {
                    ContactDocument document = await stage.Client.Contacts.GetContactAsync("123");
                    Assert.Equal(("first", 1), (document.Data.Offers.Single().Attributes.Title, document.DuplicateResourceCount));
                    Assert.Same(document.Included.Single(), document.Data.Offers.Single());
                }
            )
            .Read(
                2,
                "a resource related to itself, and a circle of two",
                "shared objects; text, JSON and equality end",
                Answers.Ok(
                    Documents.ContactWith(
                        """
                        "relationships":{"customer":{"data":{"id":"9","type":"customers"}},"friend":{"data":{"id":"123","type":"contacts"}}}
                        """,
                        ""","included":[{"id":"9","type":"customers","relationships":{"contact":{"data":{"id":"123","type":"contacts"}},"self":{"data":{"id":"9","type":"customers"}}}}]"""
                    )
                ),
                static async stage =>
                {
                    ContactDocument document = await stage.Client.Contacts.GetContactAsync("123");
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
                "linkage to what is not included",
                "identifiers known, resources absent",
                Answers.Ok(Documents.ContactWith(Offers)),
                static async stage =>
                {
                    Contact contact = await stage.ReadAsync();
                    Assert.Null(contact.Customer);
                    Assert.Empty(contact.Offers);
                    Assert.Equal(new ResourceIdentifier("customers", "9"), contact.Relationships.Customer.Identifier);
                    Assert.Equal(RelationshipState.IdentifiersOnly, contact.Relationships.Offers.State);
                }
            )
            .Read(
                4,
                "relationships {} beside a filled included",
                "found by type, and in the document",
                Answers.Ok(
                    Documents.ContactWith(
                        "\"relationships\":{}",
                        ""","included":[{"id":"5","type":"offers"},{"id":"9","type":"customers"}]"""
                    )
                ),
                static async stage =>
                {
                    ContactDocument document = await stage.Client.Contacts.GetContactAsync("123");
                    Assert.Equal(("5", "9"), (document.Data.Offers.Single().Id, document.Data.Customer?.Id));
                    Assert.Equal(2, document.Included.Count);
                }
            )
            .Read(
                5,
                "linkage under links.data",
                "resolved; links are no map of strings",
                Answers.Ok(
                    Documents.ContactWith(
                        """
                        "relationships":{"offers":{"links":{"self":"https://x.example/1","data":[{"id":"5","type":"offers"}],"odd":{"href":7}}}}
                        """,
                        ""","included":[{"id":"5","type":"offers"}]"""
                    )
                ),
                static async stage => Assert.Equal("5", (await stage.ReadAsync()).Offers.Single().Id)
            )
            .Read(
                6,
                "a to-one as a list and a to-many as an object",
                "read as far as it goes, nothing thrown later",
                Answers.Ok(
                    Documents.ContactWith(
                        """
                        "relationships":{"customer":{"data":[{"id":"9","type":"customers"}]},"offers":{"data":{"id":"5","type":"offers"}}}
                        """,
                        ""","included":[{"id":"5","type":"offers"},{"id":"9","type":"customers"}]"""
                    )
                ),
                static async stage =>
                {
                    Contact contact = await stage.ReadAsync();
                    Assert.Equal(("9", "5"), (contact.Customer?.Id, contact.Offers.Single().Id));
                }
            )
            .Read(
                7,
                "an included type that nobody knows",
                "kept as an untyped resource",
                Answers.Ok(
                    Documents.ContactWith(
                        "\"relationships\":{\"badges\":{\"data\":[{\"id\":\"1\",\"type\":\"badges\"}]}}",
                        ""","included":[{"id":"1","type":"badges","attributes":{"shine":true}},{"id":"2","type":"media"}]"""
                    )
                ),
                static async stage =>
                {
                    ContactDocument document = await stage.Client.Contacts.GetContactAsync("123");
                    UnknownResource badge = Assert.IsType<UnknownResource>(document.Data.Relationships["badges"]!.Resources.Single());
                    Assert.True((bool?)badge.Attributes["shine"]);
                }
            )
            .Read(
                8,
                "another resource than was asked for",
                "unexpected answer that names both",
                Answers.Ok("""{"data":{"id":"123","type":"customers"}}"""),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "'contacts'", "'customers'")
            )
            .Read(
                9,
                "data without an id",
                "no id, never an empty one",
                Answers.Ok("""{"data":{"type":"contacts","attributes":{"name":"Ada"}}}"""),
                static async stage => Assert.False((await stage.ReadAsync()).HasId)
            )
            .Read(
                null,
                "id null",
                "no id",
                Answers.Ok("""{"data":{"id":null,"type":"contacts"}}"""),
                static async stage => Assert.False((await stage.ReadAsync()).HasId)
            )
            .Read(
                null,
                "ids as numbers, larger than 32 and 64 bits",
                "read as their digits",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok("""{"data":{"id":2148432935,"type":"contacts"}}"""),
                        Answers.Ok("""{"data":{"id":123456789012345678901234567890,"type":"contacts"}}""")
                    );
                    Assert.Equal("2148432935", (await stage.ReadAsync()).Id);
                    Assert.Equal("123456789012345678901234567890", (await stage.ReadAsync()).Id);
                }
            )
            .Read(
                null,
                "type missing, null, a number",
                "read as what was asked for, or a typed error",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok("""{"data":{"id":"1"}}"""),
                        Answers.Ok("""{"data":{"id":"1","type":null}}"""),
                        Answers.Ok("""{"data":{"id":"1","type":7}}""")
                    );
                    await ReadsOrFailsAsync(stage);
                    await ReadsOrFailsAsync(stage);
                    await ReadsOrFailsAsync(stage);
                }
            )
            .Read(
                10,
                "attributes that the contract does not list",
                "kept, readable, written back",
                Answers.Ok(
                    Documents.Attributes(
                        """
                        "status":"vip","mobile_phone_number":"555","custom_17":{"a":[1,2]}
                        """
                    )
                ),
                static async stage =>
                {
                    Contact contact = await stage.ReadAsync();
                    Assert.Equal("vip", (string?)contact.Attributes["status"]);
                    Assert.Contains("mobile_phone_number", contact.Attributes.AdditionalMembers);
                    Assert.Contains("\"custom_17\":{\"a\":[1,2]}", JsonApiSerializer.Serialize(contact), StringComparison.Ordinal);
                }
            )
            .Add(
                11,
                "GET customer",
                "a number where a string is declared",
                "its digits, and a number again when written",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(
                            """{"data":{"id":"1","type":"customers","attributes":{"net_revenue":10000}},"included":[{"id":"1","type":"modules","attributes":{"position":1}}]}"""
                        )
                    );
                    CustomerDocument document = await stage.Client.Customers.GetCustomerAsync("1");
                    Assert.Equal("10000", document.Data.Attributes.NetRevenue);
                    Assert.Equal("1", ((Module)document.Included.Single()).Attributes.Position);
                    Assert.Contains("\"net_revenue\":10000", JsonApiSerializer.Serialize(document), StringComparison.Ordinal);
                }
            )
            .Add(
                12,
                "GET hook",
                "an enum value that the contract does not list",
                "kept as its string",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("""{"data":{"id":"1","type":"hooks","attributes":{"event":"refund"}}}"""));
                    Assert.Equal("refund", (await stage.Client.Webhooks.GetWebhookAsync("1")).Data.Attributes.Event?.Value);
                }
            )
            .Read(
                13,
                "times in every spelling, and impossible ones",
                "the offset stays; what is no time is null and kept; strings stay strings",
                TimesAsync
            )
            .Read(
                14,
                "$type, $ref and $id among the attributes",
                "plain data",
                Answers.Ok(
                    Documents.Attributes(
                        """
                        "$type":"System.IO.FileInfo, System.Private.CoreLib","$ref":"1","$id":"2","name":"Ada","odd":{"$type":"System.Object","$values":[1]}
                        """
                    )
                ),
                static async stage =>
                {
                    Contact contact = await stage.ReadAsync();
                    Assert.Equal(("Ada", "1"), (contact.Attributes.Name, (string?)contact.Attributes["$ref"]));
                    Assert.IsType<JObject>(contact.Attributes["odd"]);
                }
            )
            .Add(
                15,
                "GET sites",
                "totals in four spellings, or none",
                "read alike, null where there is none",
                static async stage =>
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
                        stage.Server.Answer(Answers.Ok("{\"data\":[],\"meta\":" + meta + "}"));
                        Assert.Equal(total, (await stage.Client.Sites.ListSitesAsync()).Meta?.TotalCount);
                    }

                    stage.Server.Answer(Answers.Ok("""{"data":[]}"""));
                    Assert.Null((await stage.Client.Sites.ListSitesAsync()).Meta?.TotalCount);
                }
            )
            .Add(
                16,
                "GET all sites",
                "a next link to the same page for ever",
                "ends with an exception of the SDK",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(
                            """{"data":[{"id":"1","type":"sites"}],"links":{"next":"https://api.kajabi.com/v1/sites?page[number]=1"}}"""
                        )
                    );
                    await stage.FailsAsync<KajabiException>(() => CountAsync(stage.Client.Sites.ListAllSitesAsync()));
                    Assert.InRange(stage.Server.Requests.Count, 1, 2);
                }
            )
            .Add(
                null,
                "GET all sites",
                "a next link without a page number, with the same resources for ever",
                "ends with an exception of the SDK",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok("""{"data":[{"id":"1","type":"sites"}],"links":{"next":"https://api.kajabi.com/v1/sites?cursor=abc"}}""")
                    );
                    await stage.FailsAsync<KajabiException>(() => CountAsync(stage.Client.Sites.ListAllSitesAsync()));
                    Assert.InRange(stage.Server.Requests.Count, 1, 3);
                }
            )
            .Read(
                17,
                "data and errors together",
                "the errors win",
                Answers.Ok(Documents.ContactWith("\"attributes\":{}", ""","errors":[{"status":"403","title":"No"}]""")),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Forbidden, "No")
            )
            .Read(
                null,
                "errors empty or null beside data",
                "read",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok("""{"errors":[],"data":{"id":"1","type":"contacts"}}"""),
                        Answers.Ok("""{"errors":null,"data":{"id":"1","type":"contacts"}}""")
                    );
                    await stage.ReadAsync();
                    await stage.ReadAsync();
                }
            )
            .Read(
                18,
                "a jsonapi member, members unknown at the top, @-members",
                "read past, and kept",
                Answers.Ok(
                    """{"jsonapi":{"version":"1.1","ext":["https://x"]},"@context":"x","debug":[1],"data":{"@id":"x","id":"123","type":"contacts","attributes":{"name":"Ada"}}}"""
                ),
                static async stage =>
                {
                    ContactDocument document = await stage.Client.Contacts.GetContactAsync("123");
                    Assert.Equal(("Ada", "x"), (document.Data.Attributes.Name, (string?)document.AdditionalMembers["@context"]));
                }
            );

    public static async Task ReadsOrFailsAsync(Stage stage)
    {
        Exception? exception = await Record.ExceptionAsync(() => stage.ReadAsync());
        Assert.True(exception is null or KajabiApiException, exception?.ToString());
        if (exception is not null)
        {
            stage.Recorder.Look(exception);
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

    private static async Task TimesAsync(Stage stage)
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
            stage.Server.Answer(Answers.Ok(Documents.Attributes($"\"created_at\":\"{text}\",\"seen_at\":\"{text}\"")));
            Contact contact = await stage.ReadAsync();
            Assert.Equal((time, time?.Offset), (contact.Attributes.CreatedAt, contact.Attributes.CreatedAt?.Offset));
            Assert.Equal(text, (string?)contact.Attributes["seen_at"]);
            Assert.Contains($"\"created_at\":\"{text}\"", JsonApiSerializer.Serialize(contact), StringComparison.Ordinal);
        }

        stage.Server.Answer(Answers.Ok(Documents.Attributes("\"created_at\":null")));
        Assert.Null((await stage.ReadAsync()).Attributes.CreatedAt);
    }
}
