using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Serialization;

/// <summary>Documents in a cache of the application.</summary>
public sealed class CacheTests
{
    private const string OnlyName = """{ "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada" } } }""";

    private const string WithCustomer = """
        { "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada", "custom_17": 1.10 },
          "relationships": { "customer": { "data": { "type": "customers", "id": "9" } } } },
          "included": [ { "id": "9", "type": "customers", "attributes": { "name": "Ada" },
            "relationships": { "contact": { "data": { "type": "contacts", "id": "7" } } } } ] }
        """;

    [Fact]
    public async Task An_attribute_assigned_after_caching_is_the_only_one_sent()
    {
        ContactDocument cached = await ThroughHybridCacheAsync(JsonApiSerializer.Deserialize<ContactDocument>(OnlyName));

        cached.Data.Attributes.Name = "Grace";

        Assert.Equal("""{"name":"Grace"}""", await GetSentAttributesAsync(cached.Data.Attributes));
    }

    [Fact]
    public async Task An_attribute_assigned_before_caching_is_the_only_one_sent()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(OnlyName);
        document.Data.Attributes.Name = "Grace";
        document.Data.Attributes.PhoneNumber = null;

        ContactDocument cached = await ThroughHybridCacheAsync(document);

        Assert.True(cached.Data.Attributes.IsPresent("name"));
        Assert.False(cached.Data.Attributes.IsPresent("phone_number"));
        Assert.Equal("""{"name":"Grace","phone_number":null}""", await GetSentAttributesAsync(cached.Data.Attributes));
    }

    [Fact]
    public async Task A_document_with_a_circular_reference_survives_the_cache()
    {
        ContactDocument cached = await ThroughHybridCacheAsync(JsonApiSerializer.Deserialize<ContactDocument>(WithCustomer));

        Assert.Equal("9", cached.Data.Customer!.Id);
        Assert.Same(cached.Data, cached.Data.Customer.Contact);
        Assert.Equal("1.10", cached.Data.Attributes["custom_17"]!.ToString());
    }

    [Fact]
    public async Task A_resource_with_a_circular_reference_survives_the_cache()
    {
        Contact cached = await ThroughHybridCacheAsync(JsonApiSerializer.Deserialize<ContactDocument>(WithCustomer).Data);

        Assert.Equal(RelationshipState.Loaded, cached.Relationships.Customer.State);
        Assert.Same(cached, cached.Customer!.Contact);
    }

    [Fact]
    public async Task Relationships_resolved_by_type_survive_the_cache()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                { "data": { "id": "7", "type": "contacts", "relationships": {} },
                  "included": [ { "id": "1", "type": "offers" }, { "id": "2", "type": "offers" }, { "id": "9", "type": "customers" } ] }
                """
            )
            .Data;

        Contact cached = await ThroughHybridCacheAsync(contact);

        Assert.Equal(["1", "2"], cached.Offers.Select(offer => offer.Id));
        Assert.Equal("9", cached.Customer!.Id);
        Assert.Equal(contact.Relationships.Offers.State, cached.Relationships.Offers.State);
    }

    [Fact]
    public async Task A_distributed_cache_stores_the_document_as_JSON_API()
    {
        using ServiceProvider services = new ServiceCollection().AddDistributedMemoryCache().BuildServiceProvider();
        IDistributedCache cache = services.GetRequiredService<IDistributedCache>();
        await cache.SetAsync(
            "contact",
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(JsonApiSerializer.Deserialize<ContactDocument>(WithCustomer))
        );

        byte[] stored = (await cache.GetAsync("contact"))!;

        Assert.True(JToken.DeepEquals(JToken.Parse(WithCustomer), JToken.Parse(System.Text.Encoding.UTF8.GetString(stored))));
        Assert.Equal("9", System.Text.Json.JsonSerializer.Deserialize<ContactDocument>(stored)!.Data.Customer!.Id);
    }

    private static async Task<T> ThroughHybridCacheAsync<T>(T value)
        where T : class
    {
        // The cache stores the serialized value, and the second call has to deserialize it.
        ServiceCollection application = new();
        application.AddHybridCache();
        using ServiceProvider services = application.BuildServiceProvider();
        HybridCache cache = services.GetRequiredService<HybridCache>();
        await cache.GetOrCreateAsync("key", _ => ValueTask.FromResult(value));
        T result = await cache.GetOrCreateAsync<T>("key", _ => throw new InvalidOperationException("The cache lost the value."));

        Assert.NotSame(value, result);
        return result;
    }

    private static async Task<string> GetSentAttributesAsync(ContactAttributes attributes)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        string sent = string.Empty;
        kajabi
            .Network.When(HttpMethod.Patch, "*")
            .Respond(async request =>
            {
                sent = await request.Content!.ReadAsStringAsync();
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(OnlyName, null, TestKajabi.MediaType) };
            });
        await kajabi.Client.Contacts.UpdateContactAsync("7", attributes);
        return JObject.Parse(sent)["data"]!["attributes"]!.ToString(Newtonsoft.Json.Formatting.None);
    }
}
