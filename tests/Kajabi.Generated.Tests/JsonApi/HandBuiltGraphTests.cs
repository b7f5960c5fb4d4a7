using System.Reflection;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Kajabi.Tests.JsonApi;

/// <summary>Resources that were created without JSON, in graphs that a response would not have.</summary>
public sealed class HandBuiltGraphTests
{
    public static TheoryData<string> Serializers => ["Kajabi", "System.Text.Json", "Newtonsoft"];

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_cycle_survives_JSON(string serializer)
    {
        Contact contact = new()
        {
            Id = "1",
            Customer = new Customer { Id = "4", Attributes = { Name = "Ann" } },
        };
        contact.Customer!.Contact = contact;

        ContactDocument document = RoundTrip(new ContactDocument { Data = contact }, serializer);
        Contact alone = RoundTrip(contact, serializer);

        Assert.Same(document.Data, document.Data.Customer?.Contact);
        Assert.Equal("Ann", document.Data.Customer?.Attributes.Name);
        Assert.Single(document.Included);
        Assert.Same(alone, alone.Customer?.Contact);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_resource_in_two_relationships_is_included_once(string serializer)
    {
        Offer offer = new() { Id = "1", Attributes = { Title = "Course" } };
        Contact contact = new()
        {
            Id = "1",
            Offers = [offer],
            Customer = new Customer { Id = "4", Offers = [offer] },
        };
        ContactDocument document = new() { Data = contact };

        Assert.Equal(2, document.Included.Count);
        ContactDocument read = RoundTrip(document, serializer);
        Assert.Equal(2, read.Included.Count);
        Assert.Same(read.Data.Offers[0], read.Data.Customer!.Offers[0]);
        Assert.Equal(0, read.DuplicateResourceCount);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Different_objects_with_one_id_become_one_object(string serializer)
    {
        Contact contact = new()
        {
            Id = "1",
            Attributes = { Name = "Ann" },
            Offers = [new Offer { Id = "1", Attributes = { Title = "Course" } }],
            Customer = new Customer
            {
                Id = "4",
                Offers = [new Offer { Id = "1", Attributes = { PriceInCents = 100 } }],
                Contact = new Contact
                {
                    Id = "1",
                    Attributes = { Email = "ann@example.com" },
                    Tags = [new ContactTag { Id = "9" }],
                },
            },
        };

        ContactDocument read = RoundTrip(new ContactDocument { Data = contact }, serializer);

        Assert.Same(read.Data, read.Data.Customer!.Contact);
        Assert.Same(read.Data.Offers[0], read.Data.Customer.Offers[0]);
        Assert.Equal(("Course", 100), (read.Data.Offers[0].Attributes.Title, read.Data.Offers[0].Attributes.PriceInCents));
        Assert.Equal(("Ann", "ann@example.com"), (read.Data.Attributes.Name, read.Data.Attributes.Email));
        Assert.Equal("9", read.Data.Tags[0].Id);
        Assert.True(read.Data.Attributes.IsModified("email"));
        Assert.True(read.Data.Relationships.Tags.IsModified);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_document_that_was_read_is_extended_by_assigned_resources(string serializer)
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            """{"data":{"id":"1","type":"contacts"},"included":[{"id":"5","type":"offers"}]}"""
        );
        document.Data.Tags = [new ContactTag { Id = "9", Attributes = { Name = "VIP" } }];

        ContactDocument read = RoundTrip(document, serializer);

        Assert.Equal("VIP", read.Data.Tags[0].Attributes.Name);
        Assert.Equal(["5", "9"], read.Included.Select(static resource => resource.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void An_assigned_resource_does_not_fill_another_relationship_of_its_type(string serializer)
    {
        Purchase purchase = new()
        {
            Id = "1",
            Offer = new Offer { Id = "5" },
        };

        Purchase[] read =
        [
            RoundTrip(purchase, serializer),
            RoundTrip(new PurchaseDocument { Data = purchase }, serializer).Data,
            new() { Relationships = RoundTrip(purchase.Relationships, serializer) },
        ];

        Assert.All(read, static one => Assert.Equal("5", one.Offer?.Id));
        Assert.All(read, static one => Assert.Equal(RelationshipState.Absent, one.Relationships.Offers.State));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void An_assigned_resource_stays_in_the_relationship_that_was_resolved_by_its_type(string serializer)
    {
        PurchaseDocument document = JsonApiSerializer.Deserialize<PurchaseDocument>(
            """{ "data": { "id": "1", "type": "purchases" }, "included": [{ "id": "5", "type": "offers" }] }"""
        );
        document.Data.Offer = (Offer)document.Included[0];

        PurchaseDocument read = RoundTrip(document, serializer);
        Purchase alone = RoundTrip(document.Data, serializer);

        Assert.Equal(("5", "5"), (read.Data.Offer?.Id, alone.Offer?.Id));
        Assert.Equal(RelationshipState.ResolvedByType, read.Data.Relationships.Offers.State);
        Assert.Equal(RelationshipState.ResolvedByType, alone.Relationships.Offers.State);
    }

    [Fact]
    public void A_page_with_a_null_is_rejected_where_it_is_created()
    {
        Assert.Throws<ArgumentException>(static () => new ContactCollection { Data = [new Contact { Id = "1" }, null!] });
        Assert.Throws<ArgumentException>(static () => new MixedResourceCollection { Data = [null!] });
    }

    [Fact]
    public void A_change_sends_identifiers_and_not_the_related_resources()
    {
        Contact contact = new()
        {
            Id = "1",
            Customer = new Customer { Id = "4" },
        };
        contact.Customer!.Contact = contact;

        string json = JsonApiSerializer.Serialize(new ContactDocument { Data = contact }, JsonApiSerializationMode.ChangedOnly);

        Assert.Equal(
            """{"data":{"id":"1","type":"contacts","attributes":{},"relationships":{"customer":{"data":{"type":"customers","id":"4"}}}}}""",
            json
        );
    }

    [Fact]
    public void A_list_that_is_not_loaded_is_never_empty()
    {
        IReadOnlyList<Offer> offers = new Contact { Id = "1" }.Offers;

        Action[] reads =
        [
            () => _ = offers.Any(),
            () => _ = offers.Where(static offer => offer.HasId).FirstOrDefault(),
            () => _ = offers.ToArray(),
            () => _ = offers.Select(static offer => offer.Id).ToList(),
            () => _ = offers.Cast<Resource>().Count(),
            () => _ = offers is [],
            () => Assert.Single(offers),
            () => _ = System.Text.Json.JsonSerializer.Serialize(offers),
        ];

        Assert.All(reads, static read => Assert.Throws<RelationshipNotLoadedException>(read));
        Assert.ThrowsAny<Exception>(() => Assert.Empty(offers));
    }

    [Fact]
    public void Newtonsoft_reports_the_relationship_of_a_list_that_is_not_loaded()
    {
        Contact contact = new() { Id = "1" };
        IReadOnlyList<Offer> offers = contact.Offers;

        Assert.Contains(
            "'offers'",
            Assert
                .Throws<RelationshipNotLoadedException>(() => Newtonsoft.Json.JsonConvert.SerializeObject(new { Offers = offers }))
                .Message,
            StringComparison.Ordinal
        );

        contact.Offers = [new Offer { Id = "5" }];
        Assert.Equal("""[{"id":"5","type":"offers"}]""", Newtonsoft.Json.JsonConvert.SerializeObject(offers));
    }

    [Fact]
    public void Loaded_lists_are_JSON_arrays_and_Serilog_writes_no_personal_data()
    {
        Contact contact = new()
        {
            Id = "1",
            Attributes = { Email = "ann@example.com" },
            Offers = [new Offer { Id = "5" }],
        };
        List<LogEvent> events = [];
        using Logger logger = new LoggerConfiguration().WriteTo.Sink(new Sink(events)).CreateLogger();

        logger.Information("{@Contact} {@Offers} {@Tags}", contact, contact.Offers, contact.Tags);

        Assert.DoesNotContain("ann@example.com", events.Single().RenderMessage(null), StringComparison.Ordinal);
        Assert.Contains("tags: not loaded", events.Single().RenderMessage(null), StringComparison.Ordinal);
        Assert.Equal(
            "5",
            System.Text.Json.JsonSerializer.Deserialize<List<Offer>>(System.Text.Json.JsonSerializer.Serialize(contact.Offers))![0].Id
        );
    }

    [Fact]
    public async Task Pages_by_hand_are_enumerated_through_their_links()
    {
        int calls = 0;
        IContactsApi contacts = Fake.Create(method => method == "ListContactsAsync", Page);

        Assert.Equal(["1", "2"], (await contacts.ListAllContactsAsync().ReadAllAsync()).Select(static contact => contact.Id));
        Assert.Equal(2, calls);

        object Page() =>
            Task.FromResult(
                ++calls == 1
                    ? new ContactCollection
                    {
                        Data = [new Contact { Id = "1" }],
                        Links = new Links { ["next"] = "/v1/contacts?page[number]=2" },
                    }
                    : new ContactCollection { Data = [new Contact { Id = "2" }] }
            );
    }

    [Fact]
    public async Task Convenience_methods_call_one_operation_of_a_mock_that_rejects_all_others()
    {
        Contact contact = new() { Id = "7", Attributes = { Email = "ann@example.com" } };
        IContactsApi update = Fake.Create(
            method => method == "UpdateContactAsync",
            () => Task.FromResult(new ContactDocument { Data = contact })
        );
        IContactsApi tags = Fake.Create(_ => false, () => null);

        Assert.Same(contact, (await update.UpdateContactAsync("7", new ContactAttributes { Name = "Ann" })).Data);
        await Assert.ThrowsAsync<ArgumentException>(() => tags.AddContactTagsAsync("7", Array.Empty<string>()));
    }

    private static T RoundTrip<T>(T value, string serializer)
        where T : class =>
        serializer switch
        {
            "Kajabi" => JsonApiSerializer.Deserialize<T>(JsonApiSerializer.Serialize(value)),
            "Newtonsoft" => Newtonsoft.Json.JsonConvert.DeserializeObject<T>(Newtonsoft.Json.JsonConvert.SerializeObject(value))!,
            _ => System.Text.Json.JsonSerializer.Deserialize<T>(System.Text.Json.JsonSerializer.Serialize(value))!,
        };

    private sealed class Sink(List<LogEvent> events) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => events.Add(logEvent);
    }

    /// <summary>A strict mock of the contacts.</summary>
    public class Fake : DispatchProxy
    {
        private Func<string, bool> _accepts = static _ => false;
        private Func<object?> _respond = static () => null;

        public static IContactsApi Create(Func<string, bool> accepts, Func<object?> respond)
        {
            IContactsApi api = Create<IContactsApi, Fake>();
            (((Fake)(object)api)._accepts, ((Fake)(object)api)._respond) = (accepts, respond);
            return api;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            _accepts(targetMethod!.Name) ? _respond() : throw new NotSupportedException(targetMethod.Name);
    }
}
