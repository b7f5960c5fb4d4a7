using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>The remaining documents, identifiers, and the types that cannot be serialized.</summary>
public sealed class OtherTypeTests
{
    private static readonly System.Text.Json.JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static TheoryData<string> All => Serializers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Other_document_types_survive_the_round_trip(string serializer)
    {
        RelationshipDocument linkage = new() { Data = [new("contacts", "7")] };
        linkage.SetMeta("send_customer_welcome_email", false);
        MixedResourceCollection array = JsonApiSerializer.Deserialize<MixedResourceCollection>(
            """[{"id":"7","type":"contacts"},{"id":"1","type":"contact_tags"}]"""
        );
        VersionDocument version = JsonApiSerializer.Deserialize<VersionDocument>(
            """{"meta":{"title":"Kajabi","version":"1.1"},"jsonapi":{"version":"1.0"}}"""
        );
        WebhookDelivery delivery = WebhookParser
            .Parse("""{"id":"7","event":"tag_added","payload":[{"id":"7","type":"contacts"}]}""")
            .Delivery!;

        foreach (
            Document document in (Document[])
                [linkage, array, version, delivery, new ContactDocument(), new ContactCollection(), new RelationshipDocument()]
        )
        {
            Document back = (Document)Serializers.RoundTrip(serializer, document, document.GetType());
            Assert.Equal(JsonApiSerializer.Serialize(document), JsonApiSerializer.Serialize(back));
            Assert.Equal(
                JsonApiSerializer.Serialize(document, JsonApiSerializationMode.ChangedOnly),
                JsonApiSerializer.Serialize(back, JsonApiSerializationMode.ChangedOnly)
            );
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Properties_of_an_application_class_survive_the_round_trip(string serializer)
    {
        Job job = new()
        {
            Sample = JsonApiSerializer.Deserialize<MixedResourceCollection>("""[{"id":"7","type":"contacts"}]"""),
            Any = JsonApiSerializer
                .Deserialize<ContactDocument>("""{"data":{"id":"7","type":"contacts","attributes":{"name":"Ada"}}}""")
                .Data,
            Changes = new ContactAttributes
            {
                Name = "Ada",
                PhoneNumber = null,
                ["custom_17"] = "blue",
            },
            Target = new ResourceIdentifier("contacts", "7"),
        };

        Job back = Serializers.RoundTrip(serializer, job);

        Assert.Equal("7", Assert.IsType<Contact>(back.Sample!.Data.Single()).Id);
        Assert.Equal("Ada", Assert.IsType<Contact>(back.Any).Attributes.Name);
        Assert.Equal(job.Target, back.Target);
        Assert.Equal(ChangeTrackingFormatter.Format(job.Changes), ChangeTrackingFormatter.Format(back.Changes));
        Assert.Equal("[]", JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize<MixedResourceCollection>("[]")));
    }

    [Fact]
    public void A_resource_identifier_is_written_as_JSON_API()
    {
        const string json = """{"type":"contacts","id":"7"}""";

        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(new ResourceIdentifier("contacts", "7")));
        Assert.Equal(json, JsonConvert.SerializeObject(new ResourceIdentifier("contacts", "7")));
    }

    [Fact]
    public void Received_attributes_are_written_as_the_API_sent_them()
    {
        const string json = """{"name":"Ada","custom_17":1.10}""";
        ContactAttributes attributes = JsonApiSerializer
            .Deserialize<ContactDocument>("""{"data":{"id":"7","type":"contacts","attributes":""" + json + "}}")
            .Data.Attributes;

        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(attributes));
        Assert.Equal(json, JsonConvert.SerializeObject(attributes));
    }

    [Fact]
    public void The_settings_of_the_serializer_apply()
    {
        string json = System.Text.Json.JsonSerializer.Serialize(new ContactAttributes { Name = "<Ada>" }, s_indented);

        Assert.Contains("\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Unsupported_types_throw()
    {
        KajabiClientOptions options = new() { ClientId = "id", ClientSecret = "secret" };
        using KajabiClient client = new(options);
        foreach (object value in (object[])[client, new ListContactsQuery(), new ListContactsQuery().Fields])
        {
            Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Serialize(value, value.GetType()));
            Assert.Throws<NotSupportedException>(() => JsonConvert.SerializeObject(value));
        }

        Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Deserialize<ListContactsQuery>("{}"));
        Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Deserialize<Document>("{}"));
    }

    [Fact]
    public void A_response_cannot_mark_members_as_modified()
    {
        // A response that a test created from a document with assigned members.
        ContactDocument document = new() { Data = { Id = "7", Attributes = { Name = "Ada" } } };
        string text = JsonApiSerializer.Serialize(document);

        ContactDocument response = (ContactDocument)
            JsonApiSerializer.Deserialize(typeof(ContactDocument), () => new TextInput(() => new StringReader(text)));

        Assert.Equal((true, false), (response.Data.Attributes.IsPresent("name"), response.Data.Attributes.IsModified("name")));
        Assert.Empty(response.Data.Attributes.AdditionalMembers);
        Assert.Null(JObject.Parse(JsonApiSerializer.Serialize(response))["data"]!["attributes"]!["@assigned"]);
    }

    private sealed class Job
    {
        public MixedResourceCollection? Sample { get; set; }

        public Resource? Any { get; set; }

        public ContactAttributes? Changes { get; set; }

        public ResourceIdentifier Target { get; set; }
    }
}
