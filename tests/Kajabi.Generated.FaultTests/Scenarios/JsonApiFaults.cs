using Kajabi.Tests.Server;
using Kajabi.Tests.Table;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Scenarios;

/// <summary>Resources, attributes and top-level members that violate JSON:API or the OpenAPI document.</summary>
internal static class JsonApiFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("json:api")
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
