using Kajabi.Tests.Client;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Diagnostics;

/// <summary>The contract drift that is reported for responses that differ from the OpenAPI document.</summary>
public sealed class ContractDriftTests
{
    [Theory]
    [InlineData(
        """{ "id": "7", "type": "contacts", "attributes": { "favourite": "ada@example.org" } }""",
        ContractDriftKind.UnknownMember,
        "contacts",
        "attributes.favourite",
        null
    )]
    [InlineData(
        """{ "attributes": { "favourite": 1 }, "id": "7", "type": "contacts" }""",
        ContractDriftKind.UnknownMember,
        "contacts",
        "attributes.favourite",
        null
    )]
    [InlineData("""{ "id": "7", "type": "contacts", "rank": 1 }""", ContractDriftKind.UnknownMember, "contacts", "rank", null)]
    [InlineData(
        """{ "id": "7", "type": "contacts", "relationships": { "friends": { "data": [] } } }""",
        ContractDriftKind.UnknownMember,
        "contacts",
        "relationships.friends",
        null
    )]
    [InlineData(
        """{ "id": "7", "type": "contacts", "attributes": { "email": 5 } }""",
        ContractDriftKind.TypeMismatch,
        "contacts",
        "attributes.email",
        null
    )]
    [InlineData(
        """{ "id": "7", "type": "contacts", "attributes": { "created_at": "soon" } }""",
        ContractDriftKind.TypeMismatch,
        "contacts",
        "attributes.created_at",
        null
    )]
    public async Task Drift_is_reported_once_with_its_path_and_without_its_value(
        string contact,
        ContractDriftKind kind,
        string type,
        string path,
        string? value
    )
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync($$"""{ "data": {{contact}} }""", times: 2);

        Assert.Equal([new ContractDrift(kind, type, path, value, "GET /v1/contacts/{id}")], drift);
    }

    [Fact]
    public async Task A_list_with_another_item_is_reported_as_a_whole()
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync(
            """
            { "data": { "id": "7", "type": "contacts" },
              "included": [ { "type": "podcasts", "id": "1", "attributes": { "directories": [{ "url": true, "rank": 1 }, "all"] } } ] }
            """
        );

        ContractDrift finding = Assert.Single(drift);
        Assert.Equal((ContractDriftKind.TypeMismatch, "attributes.directories"), (finding.Kind, finding.Path));
    }

    [Fact]
    public async Task An_unknown_resource_type_is_reported_by_its_name()
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync(
            """
            { "data": { "id": "7", "type": "contacts" },
              "included": [ { "type": "badges", "id": "1", "attributes": { "x": 1 } }, { "type": "badges", "id": "2" } ] }
            """
        );

        ContractDrift finding = Assert.Single(drift);
        Assert.Equal((ContractDriftKind.UnknownResourceType, "badges"), (finding.Kind, finding.Value));
    }

    [Theory]
    [InlineData("refund", "refund")]
    [InlineData("ada@example.org", null)]
    public async Task An_unknown_enum_value_is_reported_only_if_it_is_a_valid_name(string value, string? reported)
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync(
            $$"""
            { "data": { "id": "7", "type": "contacts" },
              "included": [ { "type": "hooks", "id": "1", "attributes": { "event": "{{value}}" } } ] }
            """
        );

        ContractDrift finding = Assert.Single(drift);
        Assert.Equal(
            (ContractDriftKind.UnknownEnumValue, "hooks", "attributes.event", reported),
            (finding.Kind, finding.ResourceType, finding.Path, finding.Value)
        );
    }

    [Fact]
    public async Task A_declared_enum_value_is_not_drift() =>
        Assert.Empty(
            await ReadAsync(
                """
                { "data": { "id": "7", "type": "contacts" },
                  "included": [ { "type": "hooks", "id": "1", "attributes": { "event": "purchase" } } ] }
                """
            )
        );

    [Theory]
    [InlineData("""{ "custom_1": "x", "custom_150": "y" }""", 0)]
    [InlineData("""{ "custom_0": "x", "custom_151": "y", "custom_x": "z", "custom_01": "a" }""", 4)]
    [InlineData("""{ "name": null, "email": "ada@example.org" }""", 0)]
    public async Task Custom_fields_and_declared_members_are_not_drift(string attributes, int count)
    {
        Assert.Equal(
            count,
            (
                await ReadAsync(
                    $$"""
                    { "data": { "id": "7", "type": "contacts", "attributes": {{attributes}},
                      "links": { "customer": "https://x" }, "meta": { "any": 1 } } }
                    """
                )
            ).Count
        );
    }

    [Fact]
    public async Task An_exception_in_the_callback_fails_no_request()
    {
        using TestKajabi kajabi = new(static options =>
            options.OnContractDrift = static _ => throw new InvalidOperationException("subscriber")
        );
        Setup(kajabi, """{ "data": { "id": "7", "type": "contacts", "rank": 1 } }""");

        Assert.Equal("7", (await kajabi.Client.Contacts.GetContactAsync("7")).Data.Id);
    }

    [Fact]
    public async Task The_number_of_reported_findings_is_limited()
    {
        List<ContractDrift> reported = [];
        using TestKajabi kajabi = new(options => options.OnContractDrift = reported.Add);
        string members = string.Join(',', Enumerable.Range(0, 1500).Select(static i => $"\"name_{i}\": 1"));
        Setup(kajabi, $$"""{ "data": { "id": "7", "type": "contacts", "attributes": { {{members}} } } }""");

        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal(1000, reported.Count);
    }

    [Theory]
    [InlineData(
        """{ "type": "podcasts", "directories": [ { "id": "a" }, { "id": "b", "rank": 1 }, { "rank": 2 } ] }""",
        ContractDriftKind.UnknownMember,
        "attributes.directories[].rank"
    )]
    [InlineData(
        """{ "directories": [ { "rank": 1 } ], "type": "podcasts" }""",
        ContractDriftKind.UnknownMember,
        "attributes.directories[].rank"
    )]
    [InlineData(
        """{ "type": "podcasts", "directories": [ { "url": 1 } ] }""",
        ContractDriftKind.TypeMismatch,
        "attributes.directories[].url"
    )]
    [InlineData("""{ "type": "podcasts", "directories": [ {}, "b" ] }""", ContractDriftKind.TypeMismatch, "attributes.directories")]
    [InlineData("""{ "type": "podcasts", "categories": [ "a", 1 ] }""", ContractDriftKind.TypeMismatch, "attributes.categories")]
    [InlineData("""{ "type": "podcasts", "categories": "a" }""", ContractDriftKind.TypeMismatch, "attributes.categories")]
    public async Task Drift_in_list_items_is_reported(string podcast, ContractDriftKind kind, string path)
    {
        JObject attributes = JObject.Parse(podcast);
        bool isTypeLast = attributes.Last is JProperty { Name: "type" };
        attributes.Remove("type");
        string members = isTypeLast
            ? $$""" "attributes": {{attributes}}, "type": "podcasts" """
            : $$""" "type": "podcasts", "attributes": {{attributes}} """;

        IReadOnlyList<ContractDrift> drift = await ReadAsync(
            $$"""{ "data": { "id": "7", "type": "contacts" }, "included": [ { "id": "1", {{members}} } ] }"""
        );

        Assert.Equal([new ContractDrift(kind, "podcasts", path, null, "GET /v1/contacts/{id}")], drift);
    }

    [Theory]
    [InlineData(""" "relationships": { "site": "1" } """, ContractDriftKind.TypeMismatch, "relationships.site", null)]
    [InlineData(""" "relationships": { "site": { "data": 1 } } """, ContractDriftKind.TypeMismatch, "relationships.site.data", null)]
    [InlineData(""" "relationships": { "site": { "rank": 1 } } """, ContractDriftKind.UnknownMember, "relationships.site.rank", null)]
    [InlineData(
        """ "relationships": { "offers": { "data": [ { "type": "offers", "id": 1 } ] } } """,
        ContractDriftKind.TypeMismatch,
        "relationships.offers.data[].id",
        null
    )]
    [InlineData(
        """ "relationships": { "offers": { "data": [ { "type": "offers", "id": "1", "rank": 1 } ] } } """,
        ContractDriftKind.UnknownMember,
        "relationships.offers.data[].rank",
        null
    )]
    [InlineData(
        """ "relationships": { "offers": { "data": [ { "type": "badges", "id": "1" }, { "type": "badges", "id": "2" } ] } } """,
        ContractDriftKind.UnknownResourceType,
        "relationships.offers.data[].type",
        "badges"
    )]
    [InlineData(
        """ "relationships": { "friends": { "data": [ { "type": "badges", "id": 1 } ], "rank": 1 } } """,
        ContractDriftKind.UnknownMember,
        "relationships.friends",
        null
    )]
    [InlineData(""" "relationships": [] """, ContractDriftKind.TypeMismatch, "relationships", null)]
    [InlineData(""" "attributes": { "email": {} } """, ContractDriftKind.TypeMismatch, "attributes.email", null)]
    [InlineData(""" "attributes": { "email": [] } """, ContractDriftKind.TypeMismatch, "attributes.email", null)]
    [InlineData(""" "attributes": "none" """, ContractDriftKind.TypeMismatch, "attributes", null)]
    [InlineData(""" "included_at": "soon" """, ContractDriftKind.UnknownMember, "included_at", null)]
    [InlineData(""" "data": 1 """, ContractDriftKind.UnknownMember, "data", null)]
    [InlineData(""" "attributes": { "ada@example.org": 1 } """, ContractDriftKind.UnknownMember, "attributes[*]", null)]
    [InlineData(""" "attributes": { "Åda": 1 } """, ContractDriftKind.UnknownMember, "attributes.*", null)]
    public async Task Drift_in_every_part_of_a_resource_is_reported(string member, ContractDriftKind kind, string path, string? value)
    {
        ContractDrift expected = new(kind, "contacts", path, value, "GET /v1/contacts/{id}");

        Assert.Equal([expected], await ReadAsync($$"""{ "data": { "id": "7", "type": "contacts", {{member}} } }"""));
        Assert.Equal([expected], await ReadAsync($$"""{ "data": { {{member}}, "id": "7", "type": "contacts" } }"""));
    }

    [Theory]
    [InlineData("""{ "id": 7, "type": "contacts" }""", "id")]
    [InlineData(
        """
            { "id": 7, "type": "contacts", "links": null, "meta": null, "attributes": null,
              "relationships": { "site": null, "offers": {
                "data": [ { "type": "offers", "id": "1", "meta": { "any": 1 } } ], "links": null, "meta": null } } }
            """,
        "id"
    )]
    public async Task Null_is_not_a_type_mismatch(string contact, string path)
    {
        Assert.Equal([path], (await ReadAsync($$"""{ "data": {{contact}} }""")).Select(static finding => finding.Path));
    }

    [Fact]
    public async Task The_same_name_at_two_paths_is_reported_for_both()
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync(
            """
            { "data": { "id": "7", "type": "contacts", "attributes": { "rank": 1 } },
              "included": [ { "id": "8", "type": "contacts", "rank": 1 }, { "id": "9", "type": "contacts", "rank": 1 } ] }
            """
        );

        Assert.Equal(["attributes.rank", "rank"], drift.Select(static finding => finding.Path));
    }

    private static async Task<IReadOnlyList<ContractDrift>> ReadAsync(string json, int times = 1)
    {
        List<ContractDrift> reported = [];
        using TestKajabi kajabi = new(options => options.OnContractDrift = reported.Add);
        Setup(kajabi, json);
        for (int i = 0; i < times; i++)
        {
            await kajabi.Client.Contacts.GetContactAsync("7");
        }

        return reported;
    }

    private static void Setup(TestKajabi kajabi, string json)
    {
        kajabi.RespondWithToken();
        kajabi.Network.When("https://api.kajabi.com/v1/contacts/7").Respond(TestKajabi.MediaType, json);
    }
}
