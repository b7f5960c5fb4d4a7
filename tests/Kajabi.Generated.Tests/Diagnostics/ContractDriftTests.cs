using System.Diagnostics.Metrics;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Diagnostics;

/// <summary>What an application is told of answers that hold more than the contract lists.</summary>
public sealed class ContractDriftTests
{
    private const string Email = "ada@example.org";

    [Theory]
    [InlineData("""{ "id": "7", "type": "contacts", "attributes": { "favourite": "ada@example.org" } }""", ContractDriftKind.UnknownMember, "contacts", "attributes.favourite", null)]
    [InlineData("""{ "attributes": { "favourite": 1 }, "id": "7", "type": "contacts" }""", ContractDriftKind.UnknownMember, "contacts", "attributes.favourite", null)]
    [InlineData("""{ "id": "7", "type": "contacts", "rank": 1 }""", ContractDriftKind.UnknownMember, "contacts", "rank", null)]
    [InlineData("""{ "id": "7", "type": "contacts", "relationships": { "friends": { "data": [] } } }""", ContractDriftKind.UnknownMember, "contacts", "relationships.friends", null)]
    [InlineData("""{ "id": "7", "type": "contacts", "attributes": { "email": 5 } }""", ContractDriftKind.OtherType, "contacts", "attributes.email", null)]
    [InlineData("""{ "id": "7", "type": "contacts", "attributes": { "created_at": "soon" } }""", ContractDriftKind.OtherType, "contacts", "attributes.created_at", null)]
    public async Task Is_told_once_with_its_place_and_without_a_value(string contact, ContractDriftKind kind, string type, string path, string? value)
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync($$"""{ "data": {{contact}} }""", times: 2);

        Assert.Equal([new ContractDrift(kind, type, path, value, "GET /v1/contacts/{id}")], drift);
    }

    [Fact]
    public async Task A_type_that_no_contract_knows_is_told_by_its_name()
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync(
            """{ "data": { "id": "7", "type": "contacts" }, "included": [ { "type": "badges", "id": "1", "attributes": { "x": 1 } }, { "type": "badges", "id": "2" } ] }""");

        ContractDrift one = Assert.Single(drift);
        Assert.Equal((ContractDriftKind.UnknownResourceType, "badges"), (one.Kind, one.Value));
    }

    [Theory]
    [InlineData("refund", "refund")]
    [InlineData("ada@example.org", null)]
    public async Task An_enum_value_is_told_unless_it_looks_like_no_name(string value, string? told)
    {
        IReadOnlyList<ContractDrift> drift = await ReadAsync(
            $$"""{ "data": { "id": "7", "type": "contacts" }, "included": [ { "type": "hooks", "id": "1", "attributes": { "event": "{{value}}" } } ] }""");

        ContractDrift one = Assert.Single(drift);
        Assert.Equal((ContractDriftKind.UnknownEnumValue, "hooks", "attributes.event", told), (one.Kind, one.ResourceType, one.Path, one.Value));
    }

    [Theory]
    [InlineData("""{ "custom_1": "x", "custom_150": "y" }""", 0)]
    [InlineData("""{ "custom_0": "x", "custom_151": "y", "custom_x": "z" }""", 3)]
    [InlineData("""{ "name": null, "email": "ada@example.org" }""", 0)]
    public async Task Custom_fields_and_what_the_contract_lists_are_none(string attributes, int count)
    {
        Assert.Equal(count, (await ReadAsync($$"""{ "data": { "id": "7", "type": "contacts", "attributes": {{attributes}}, "links": { "customer": "https://x" }, "meta": { "any": 1 } } }""")).Count);
    }

    [Fact]
    public async Task A_subscriber_that_throws_fails_no_call()
    {
        using TestKajabi kajabi = new(static options => options.OnContractDrift = static _ => throw new InvalidOperationException("subscriber"));
        Answer(kajabi, """{ "data": { "id": "7", "type": "contacts", "rank": 1 } }""");

        Assert.Equal("7", (await kajabi.Client.Contacts.GetContactAsync("7")).Data.Id);
    }

    [Fact]
    public async Task Names_without_end_are_not_told_without_end()
    {
        List<ContractDrift> told = [];
        using TestKajabi kajabi = new(options => options.OnContractDrift = told.Add);
        string members = string.Join(',', Enumerable.Range(0, 1500).Select(static i => $"\"name_{i}\": 1"));
        Answer(kajabi, $$"""{ "data": { "id": "7", "type": "contacts", "attributes": { {{members}} } } }""");

        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal(1000, told.Count);
    }

    [Fact]
    public async Task The_meter_counts_it_with_every_answer()
    {
        List<string> counted = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = static (instrument, it) =>
        {
            if (instrument is { Meter.Name: KajabiTelemetry.Name, Name: "kajabi.contract.drift" })
            {
                it.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counted)
            {
                counted.Add(string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}")));
            }
        });
        listener.Start();

        await ReadAsync($$"""{ "data": { "id": "7", "type": "contacts", "attributes": { "only_in_this_test": "{{Email}}" } } }""", times: 2);

        lock (counted)
        {
            string[] mine = [.. counted.Where(static tags => tags.Contains("only_in_this_test", StringComparison.Ordinal))];
            Assert.Equal(2, mine.Length);
            Assert.Contains("url.template=/v1/contacts/{id}", mine[0], StringComparison.Ordinal);
            Assert.DoesNotContain(Email, mine[0], StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyList<ContractDrift>> ReadAsync(string json, int times = 1)
    {
        List<ContractDrift> told = [];
        using TestKajabi kajabi = new(options => options.OnContractDrift = told.Add);
        Answer(kajabi, json);
        for (int i = 0; i < times; i++)
        {
            await kajabi.Client.Contacts.GetContactAsync("7");
        }

        return told;
    }

    private static void Answer(TestKajabi kajabi, string json)
    {
        kajabi.AnswerToken();
        kajabi.Network.When("https://api.kajabi.com/v1/contacts/7").Respond(TestKajabi.MediaType, json);
    }
}
