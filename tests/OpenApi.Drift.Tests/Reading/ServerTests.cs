using Newtonsoft.Json.Linq;
using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Tests.Reading;

/// <summary>Tests the URLs of servers.</summary>
public sealed class ServerTests
{
    [Theory]
    [InlineData("[{'url':'https://API.kajabi.com/'}]", "https://api.kajabi.com")]
    [InlineData("[{'url':' https://api.kajabi.com/V1/ '}]", "https://api.kajabi.com/V1")]
    [InlineData("[{'url':'https://a:443/v1'}]", "https://a/v1")]
    [InlineData("[{'url':'http://a:80'}]", "http://a")]
    [InlineData("[{'url':'http://a:443'}]", "http://a:443")]
    [InlineData("[{'url':'https://a:80/v1'}]", "https://a:80/v1")]
    [InlineData("[{'url':'/v1/'}]", "/v1")]
    [InlineData("[{}]", "/")]
    [InlineData("[{'url':'https://a'},{'url':'https://A/'},{'url':'https://b'}]", "https://a, https://b")]
    [InlineData("[{'url':'https://a/{v}','variables':{'v':{'enum':['v1','v2']}}}]", "https://a/v1, https://a/v2")]
    [InlineData("[{'url':'https://a/{v}','variables':{'v':{'enum':[],'default':'v3'}}}]", "https://a/v3")]
    [InlineData("[{'url':'https://a/{v}','variables':{'v':{}}}]", "https://a/{v}")]
    [InlineData(
        "[{'url':'https://{r}.a/{v}','variables':{'r':{'enum':['eu','us']},'v':{'enum':['1','2']}}}]",
        "https://eu.a/1, https://eu.a/2, https://us.a/1, https://us.a/2"
    )]
    public void Servers_are_read_in_order(string servers, string urls) =>
        Assert.Equal(urls, string.Join(", ", ServerReader.Read(JToken.Parse(servers))!));

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("{'url':'https://a'}")]
    public void No_servers_are_none(string servers)
    {
        Assert.Null(ServerReader.Read(JToken.Parse(servers)));
        Assert.Null(ServerReader.Read(null));
    }

    [Fact]
    public void At_most_64_values_of_variables_are_servers()
    {
        JArray values = [.. Enumerable.Range(1, 65)];
        JObject server = new()
        {
            ["url"] = "https://a/{v}",
            ["variables"] = new JObject { ["v"] = new JObject { ["enum"] = values } },
        };

        Assert.Equal("https://a/64", ServerReader.Read(new JArray(server))![^1].ToString());
        Assert.Equal(64, ServerReader.Read(new JArray(server, server.DeepClone()))!.Count);
    }
}
