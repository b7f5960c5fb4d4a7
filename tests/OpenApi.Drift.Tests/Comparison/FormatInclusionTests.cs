namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests formats that include others, and formats of OpenAPI 3.0 that later versions write as content.</summary>
public sealed class FormatInclusionTests
{
    [Theory]
    [InlineData("integer", "int32", "int64")]
    [InlineData("integer", "int8", "int16")]
    [InlineData("integer", "int16", "int32")]
    [InlineData("integer", "int8", "int64")]
    [InlineData("number", "float", "double")]
    [InlineData("string", "email", "idn-email")]
    [InlineData("string", "hostname", "idn-hostname")]
    [InlineData("string", "uri", "uri-reference")]
    [InlineData("string", "uri", "iri")]
    [InlineData("string", "uri", "iri-reference")]
    [InlineData("string", "uri-reference", "iri-reference")]
    [InlineData("string", "iri", "iri-reference")]
    public void A_format_includes_another(string type, string narrow, string wide)
    {
        Assert.Equal(["format-generalized"], Changes(Schema(type, narrow), Schema(type, wide)));
        Assert.Equal(["format-specialized"], Changes(Schema(type, wide), Schema(type, narrow)));
    }

    [Theory]
    [InlineData("integer", "int8", "uint8")]
    [InlineData("string", "iri", "uri-reference")]
    [InlineData("string", "email", "idn-hostname")]
    public void A_format_does_not_include_another(string type, string one, string other)
    {
        Assert.Equal(["format-changed"], Changes(Schema(type, one), Schema(type, other)));
        Assert.Equal(["format-changed"], Changes(Schema(type, other), Schema(type, one)));
    }

    [Theory]
    [InlineData("{'type':'string'}", "{'type':'string','contentMediaType':'application/octet-stream'}", "content-media-type-changed")]
    [InlineData("{'type':'string'}", "{'type':'string','contentEncoding':'base64'}", "content-encoding-changed")]
    [InlineData("{'type':'string','format':'binary'}", "{'type':'string'}", "format-removed")]
    [InlineData("{'type':'string','format':'byte'}", "{'type':'string'}", "format-removed")]
    [InlineData(
        "{'type':'string','format':'binary'}",
        "{'type':'string','contentMediaType':'image/png'}",
        "content-media-type-changed, format-removed"
    )]
    [InlineData(
        "{'type':'string','format':'byte'}",
        "{'type':'string','contentEncoding':'base32'}",
        "content-encoding-changed, format-removed"
    )]
    public void Only_the_equivalent_content_is_not_a_change(string before, string after, string changes) =>
        Assert.Equal(changes, string.Join(", ", Changes(before, after)));

    private static string Schema(string type, string format) => $"{{'type':'{type}','format':'{format}'}}";

    private static IEnumerable<string> Changes(string before, string after) =>
        RequestChanges.Find(before, after).Select(static change => change.Split(' ')[0]);
}
