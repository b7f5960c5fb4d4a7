namespace OpenApi.Drift.Tests.Reading;

/// <summary>Tests the encodings of the properties of a form.</summary>
public sealed class FormEncodingTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(Form, "{}", "{'contentType':'text/csv'}", "null -> {\"contentType\":\"text/csv\"}")]
    [InlineData(Form, "{}", "{'style':'pipeDelimited'}", "null -> {\"style\":\"pipeDelimited\"}")]
    [InlineData(Form, "{}", "{'explode':false}", "null -> {\"explode\":false}")]
    [InlineData("multipart/form-data", "{}", "{'allowReserved':true}", "null -> {\"allowReserved\":true}")]
    [InlineData("multipart/form-data", "{'headers':{'X-A':{}}}", "{}", "{\"headers\":{\"X-A\":{}}} -> null")]
    public void Another_encoding_is_a_change(string mediaType, string before, string after, string values) =>
        Assert.Equal([values], Find(mediaType, before, after));

    [Theory]
    [InlineData(Form, "{}", "{'style':'form','explode':true,'allowReserved':false,'headers':{}}")]
    [InlineData(Form, "{'contentType':'Text/CSV , a/b'}", "{'contentType':'text/csv,A/B'}")]
    [InlineData(Form, "{'style':'deepObject'}", "{'style':'deepObject','explode':false}")]
    [InlineData(Form, "{'style':'deepObject'}", "{'style':'deepObject','explode':true}")]
    [InlineData(Form, "{'style':'deepObject','x-more':1}", "{'style':'deepObject'}")]
    [InlineData("application/json", "{}", "{'style':'pipeDelimited'}")]
    public void The_same_encoding_in_other_words_and_encodings_of_other_media_types_are_no_change(
        string mediaType,
        string before,
        string after
    )
    {
        Assert.Equal([], Find(mediaType, before, after));
        Assert.Equal([], Find(mediaType, after, before));
    }

    private static IEnumerable<string> Find(string mediaType, string before, string after)
    {
        return SmallContract
            .Compare(SmallContract.WithPaths(Paths(before)), SmallContract.WithPaths(Paths(after)))
            .Findings.Select(static finding => $"{finding.Before ?? "null"} -> {finding.After ?? "null"}");

        string Paths(string encoding) =>
            $"{{'/a':{{'post':{{'requestBody':{{'content':{{'{mediaType}':{{'schema':{{'type':'object','properties':{{'a':{{}}}}}},"
            + $"'encoding':{{'a':{encoding}}}}}}}}},'responses':{{'200':{{}}}}}}}}}}";
    }
}
