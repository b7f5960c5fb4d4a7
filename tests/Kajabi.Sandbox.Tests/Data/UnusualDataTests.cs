using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Loaded data that a real account does not have: it works, or is rejected, and never ends the process.</summary>
public sealed class UnusualDataTests : EmptySandboxTests
{
    [Theory]
    [InlineData("""{"id":"1","type":"blog_posts","relationships":{"contact":{"type":"blog_posts","id":"1"}}}""")]
    [InlineData(
        """
            {"id":"1","type":"blog_posts","relationships":{"contact":{"type":"blog_posts","id":"2"}}}
            {"id":"2","type":"blog_posts","relationships":{"order":{"type":"blog_posts","id":"1"}}}
            """
    )]
    public async Task Resources_that_own_each_other_have_no_site(string json)
    {
        Data.AddSite("Studio");
        Data.Load(json);

        Assert.Null(Sandbox.Store.GetSiteId(Sandbox.Store.Find("blog_posts", "1")!));
        Assert.Empty((await Kajabi.BlogPosts.ListBlogPostsAsync(new ListBlogPostsQuery { SiteId = "1" })).Data);
    }

    [Fact]
    public void The_site_of_the_nearest_owner_is_that_of_a_resource()
    {
        Data.AddSite("Studio", id: "7");
        Data.Load(
            """
            {"id":"1","type":"blog_posts","relationships":{"order":{"type":"order_items","id":"2"}}}
            {"id":"2","type":"order_items","relationships":{"order":{"type":"orders","id":"3"}}}
            {"id":"3","type":"orders","relationships":{"site":{"type":"sites","id":"7"}}}
            """
        );

        Assert.Equal("7", Sandbox.Store.GetSiteId(Sandbox.Store.Find("blog_posts", "1")!));
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775806")]
    [InlineData("99999999999999999999999")]
    public void The_largest_id_does_not_make_later_ones_negative(string id)
    {
        Data.AddSite("Studio");
        Data.Load($$"""{"id":"{{id}}","type":"contacts"}""");

        string[] ids = [Data.AddTag("First").Id, Data.AddTag("Second").Id];

        Assert.All(ids, static one => Assert.InRange(long.Parse(one, CultureInfo.InvariantCulture), 1, long.MaxValue - 1));
        Assert.Distinct(ids);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    public async Task An_attribute_is_nested_as_deep_as_a_document_can_be(int depth)
    {
        Data.AddSite("Studio");
        string nested = new string('[', depth) + new string(']', depth);
        string json = $$$"""{"id":"1","type":"contacts","attributes":{"email":"ann@example.com","history":{{{nested}}}}}""";

        if (depth > 60)
        {
            SandboxDataException error = Assert.Throws<SandboxDataException>(() => Data.Load(json));
            ArgumentException typed = Assert.Throws<ArgumentException>(() =>
                Data.AddContact("bob@example.com", configure: bob => bob["history"] = JsonNode.Parse(nested))
            );

            Assert.Equal(
                "Line 1, contacts 1: the attribute history has more than 60 levels, which no response can contain.",
                error.Message
            );
            Assert.Contains("the attribute history has more than 60 levels", typed.Message, StringComparison.Ordinal);
            Assert.Empty(Sandbox.Store.GetAll("contacts"));
            return;
        }

        Data.Load(json);
        Assert.NotNull(Assert.Single((await Kajabi.Contacts.ListContactsAsync()).Data).Attributes["history"]);
    }

    [Theory]
    [InlineData("transactions", "purchases", "purchases", "[*]")]
    [InlineData("order_items", "order", "orders", "*")]
    public void Many_resources_of_one_owner_are_related_once_each(string type, string relationship, string owners, string linkage)
    {
        const int Count = 20_000;
        Data.AddSite("Studio", id: "2");
        string link = linkage.Replace("*", $$"""{"type":"{{owners}}","id":"1"}""", StringComparison.Ordinal);
        StringBuilder json = new($$$"""{"data":[{"type":"{{{owners}}}","id":"1","relationships":{"{{{type}}}":{"data":[""");
        json.Append(CultureInfo.InvariantCulture, $$$"""{"type":"{{{type}}}","id":"2"},{"type":"{{{type}}}","id":"4"}]} } }""");
        for (int id = 1; id <= Count; id++)
        {
            json.AppendLine(",");
            json.Append(CultureInfo.InvariantCulture, $$$"""{"id":"{{{id}}}","type":"{{{type}}}",""");
            json.Append(CultureInfo.InvariantCulture, $$$""" "relationships":{"{{{relationship}}}":{"data":{{{link}}} } } }""");
        }

        json.Append("]}");
        Data.Load(json.ToString());

        List<string> ids = Sandbox.Store.Find(owners, "1")!.Relationships[type].Ids;
        Assert.Equal((Count, Count), (ids.Count, ids.Distinct().Count()));
        Assert.Equal(["2", "4", "1", "3", "5"], ids.Take(5));
    }

    [Theory]
    [InlineData("[{\"id\":\"1\",\"type\":\"sites\"},]", "A comma is before the end of an object or an array.")]
    [InlineData("{\"data\":{\"id\":\"1\",\"type\":\"sites\",}}", "A comma is before the end of an object or an array.")]
    [InlineData("{\"data\":[", "The text ends before the JSON does.")]
    [InlineData("{\"id\":\"1\",\"type\":\"sites\"", "The text ends before the JSON does.")]
    [InlineData("", "The text ends before the JSON does.")]
    [InlineData(" \n", "The text ends before the JSON does.")]
    public void Damaged_JSON_is_rejected_in_terms_of_the_file(string json, string cause)
    {
        SandboxDataException error = Assert.Throws<SandboxDataException>(() => Data.Load(json));

        Assert.EndsWith($"the text is not valid JSON. {cause}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11", "users", "it is one of the sample data: omit it, or start the sandbox without the sample data.")]
    [InlineData("77", "sites", "the sandbox has this resource already. Omit it, or choose another id.")]
    public void A_resource_that_exists_is_rejected_with_where_it_comes_from(string id, string type, string cause)
    {
        Data.AddSite("Studio", id: "77");

        SandboxDataException error = Assert.Throws<SandboxDataException>(() => Data.Load($$"""{"id":"{{id}}","type":"{{type}}"}"""));

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.Equal(type == "users", error.Message.Contains("sample data", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("multipart/form-data; boundary=b; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    public async Task A_charset_that_cannot_be_read_is_a_request_without_a_body(string contentType)
    {
        using HttpClient http = new() { BaseAddress = Sandbox.BaseAddress };
        using ByteArrayContent content = new(Encoding.ASCII.GetBytes("grant_type=client_credentials"));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using HttpResponseMessage response = await http.PostAsync(new Uri("/v1/oauth/token", UriKind.Relative), content);

        Assert.True((int)response.StatusCode is 400, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        Assert.NotNull(JObject.Parse(await response.Content.ReadAsStringAsync())["error"]);
    }
}
