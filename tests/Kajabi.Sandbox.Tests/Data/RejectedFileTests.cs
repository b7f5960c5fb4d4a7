namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Why a file is rejected, in terms of the file.</summary>
public sealed class RejectedFileTests : EmptySandboxTestBase
{
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
}
