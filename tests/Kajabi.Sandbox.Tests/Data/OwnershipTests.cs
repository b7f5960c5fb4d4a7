using System.Globalization;
using System.Text;

namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Loaded resources that belong to others: to each other, through several others, or very many to one.</summary>
public sealed class OwnershipTests : EmptySandboxTestBase
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
}
