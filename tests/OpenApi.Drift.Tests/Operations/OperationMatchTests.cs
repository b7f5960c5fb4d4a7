using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.Operations;

/// <summary>Tests which operations, servers and media types of two documents are the same.</summary>
public sealed class OperationMatchTests
{
    private const string Ok = "{'get':{'responses':{'200':{}}}}";

    [Theory]
    [InlineData("[{'url':'https://a/v1'}]", "/x", "[{'url':'https://a'}]", "/v1/x")]
    [InlineData("[{'url':'https://a/v1'},{'url':'https://b/v1'}]", "/x", "[{'url':'https://a'},{'url':'https://b'}]", "/v1/x")]
    [InlineData("[{'url':'/v1'}]", "/x", "null", "/v1/x")]
    [InlineData("[{'url':'https://a/v1'}]", "/{x}", "[{'url':'https://a/'}]", "/v1/{y}")]
    public void A_base_path_can_move_between_the_servers_and_the_paths(string before, string path, string after, string longPath)
    {
        JObject one = Contract(before, $"{{'{path}':{Ok}}}");
        JObject other = Contract(after, $"{{'{longPath}':{Ok}}}");

        Assert.Equal([], SmallContract.Findings(one, other));
        Assert.Equal([], SmallContract.Findings(other, one));
    }

    [Theory]
    [InlineData("[{'url':'https://a/v1'}]", "[{'url':'https://a/v2'}]", "server-url-changed server https://a/v1")]
    [InlineData("[{'url':'https://a/v1'}]", "[{'url':'https://b/v1'}]", "server-url-changed server https://a/v1")]
    [InlineData("[{'url':'https://a'}]", "[{'url':'https://b'},{'url':'https://a'}]", "server-added server https://b")]
    [InlineData("null", "[{'url':'https://a'}]", "server-url-changed server /")]
    public void Another_server_is_a_change(string before, string after, string finding) =>
        Assert.Equal(
            [finding],
            SmallContract
                .Compare(Contract(before, $"{{'/x':{Ok}}}"), Contract(after, $"{{'/x':{Ok}}}"))
                .Findings.Select(static found => $"{found.Rule.Id} {found.Location.Path}")
        );

    [Fact]
    public void The_server_of_an_operation_is_compared_with_that_of_the_document()
    {
        const string Own = "{'/x':{'get':{'servers':[{'url':'https://a/v1'}],'responses':{'200':{}}}}}";

        Assert.Equal(
            [],
            SmallContract.Findings(Contract("[{'url':'https://a/v1'}]", $"{{'/x':{Ok}}}"), Contract("[{'url':'https://a/v1'}]", Own))
        );
        Assert.Equal(
            ["server-url-changed breaking server"],
            SmallContract.Findings(Contract("[{'url':'https://b/v1'}]", $"{{'/x':{Ok}}}"), Contract("[{'url':'https://b/v1'}]", Own))
        );
    }

    [Fact]
    public void Paths_that_differ_only_in_the_names_of_parameters_are_matched_by_their_text_first()
    {
        const string One = "'/a/{x}':{'get':{'responses':{'200':{}}}}";
        const string Other = "'/a/{y}':{'get':{'responses':{'201':{}}}}";

        Assert.Equal(
            [],
            SmallContract.Findings(SmallContract.WithPaths($"{{{One},{Other}}}"), SmallContract.WithPaths($"{{{Other},{One}}}"))
        );
        Assert.Equal([], SmallContract.Findings(SmallContract.WithPaths($"{{{Other}}}"), SmallContract.WithPaths($"{{{One},{Other}}}")));
        Assert.Equal([], SmallContract.Findings(SmallContract.WithPaths($"{{{One},{Other}}}"), SmallContract.WithPaths($"{{{Other}}}")));
    }

    [Theory]
    [InlineData("application/*", "media-type-added application/*", "media-type-removed application/*")]
    [InlineData("*/*", "media-type-added */*", "media-type-removed */*")]
    [InlineData("Application/JSON;charset=utf-8", "", "")]
    [InlineData(
        "text/*",
        "media-type-added text/*, media-type-removed application/json",
        "media-type-added application/json, media-type-removed text/*"
    )]
    public void A_range_contains_a_media_type_and_others(string range, string added, string removed)
    {
        JObject one = Body("application/json", "{'type':'string'}");
        JObject other = Body(range, "{'type':'string'}");

        Assert.Equal(added, Changes(one, other));
        Assert.Equal(removed, Changes(other, one));
    }

    [Theory]
    [InlineData("application/*", true)]
    [InlineData("*/*", true)]
    [InlineData("text/*", false)]
    public void The_schema_of_a_range_is_compared_with_that_of_a_media_type_in_it(string range, bool isCompared) =>
        Assert.Equal(
            isCompared,
            Changes(Body("application/json", "{'type':'string'}"), Body(range, "{'type':'integer'}"))
                .Contains("type-changed application/json", StringComparison.Ordinal)
        );

    [Fact]
    public void The_encoding_of_a_new_property_is_a_part_of_it()
    {
        static JObject Form(string properties) =>
            SmallContract.WithPaths(
                "{'/a':{'post':{'requestBody':{'content':{'multipart/form-data':{'schema':{'type':'object','properties':{"
                    + properties
                    + "}},'encoding':{'a':{'contentType':'text/csv'}}}}},'responses':{'200':{}}}}}"
            );

        Assert.Equal(
            ["new-optional-request-property info multipart/form-data a"],
            SmallContract.Findings(Form("'b':{}"), Form("'a':{},'b':{}"))
        );
    }

    private static JObject Body(string mediaType, string schema) =>
        SmallContract.WithPaths(
            "{'/a':{'post':{'requestBody':{'content':{'" + mediaType + "':{'schema':" + schema + "}}},'responses':{'200':{}}}}}"
        );

    private static string Changes(JObject before, JObject after) =>
        string.Join(
            ", ",
            SmallContract
                .Compare(before, after)
                .Findings.Select(static found => $"{found.Rule.Id["request-body-".Length..]} {found.Location.Path}")
                .Order(StringComparer.Ordinal)
        );

    private static JObject Contract(string servers, string paths)
    {
        JObject root = SmallContract.WithPaths(paths);
        root["servers"] = JToken.Parse(servers);
        return root;
    }
}
