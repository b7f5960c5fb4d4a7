namespace Kajabi.Sandbox.Tests.Data;

/// <summary>
/// Texts that are not Unicode, which no response can contain: JSON can escape half of a surrogate pair, and the parser does not notice it.
/// </summary>
public sealed class InvalidTextTests : EmptySandboxTestBase
{
    [Theory]
    [InlineData("""{"id":"1","type":"sites","attributes":{"title":"\ud800"}}""", "sites 1", "attributes.title is not Unicode")]
    [InlineData("""{"id":"1","type":"sites","attributes":{"a":[{"b":"\ud800"}]}}""", "sites 1", "attributes.a[0].b is not Unicode")]
    [InlineData("""{"id":"1","type":"sites","attributes":{"\ud800":1}}""", "sites 1", "member of attributes is not Unicode")]
    [InlineData("""{"id":"1","type":"sites","\ud800":1}""", "sites 1", "member of the object is not Unicode")]
    [InlineData("""{"id":"1","type":"sites","meta":{"x":"\ud800"}}""", "sites 1", "meta.x is not Unicode")]
    [InlineData(
        """{"id":"1","type":"sites","relationships":{"x":{"data":{"type":"x","id":"\ud800"} } } }""",
        "sites 1",
        "relationships.x.data.id is not Unicode"
    )]
    [InlineData("""{"id":"\ud800","type":"sites"}""", null, "id is not Unicode")]
    [InlineData("""{"id":"1","type":"\ud800"}""", null, "type is not Unicode")]
    public void A_loaded_text_is_rejected_with_its_resource_and_its_member(string json, string? resource, string message)
    {
        SandboxDataException error = Assert.Throws<SandboxDataException>(() => Data.Load("{\"id\":\"2\",\"type\":\"sites\"}\n" + json));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((2, resource), (error.Line, error.Resource?.ToString()));
        Assert.Empty(Sandbox.Store.GetAll("sites"));
    }

    [Fact]
    public void A_text_with_half_of_a_surrogate_pair_is_rejected_with_its_line()
    {
        SandboxDataException error = Assert.Throws<SandboxDataException>(() => Data.Load("{\n\"\ud800\": 1 }"));

        Assert.Equal((2, true), (error.Line, error.Message.StartsWith("Line 2: the text is not Unicode", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_rejected_with_its_resource_and_its_member()
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] latin = System.Text.Encoding.Latin1.GetBytes("{\"id\":\"1\",\"type\":\"sites\",\"attributes\":{\"title\":\"é\"}}");
            await File.WriteAllBytesAsync(path, latin);

            SandboxDataException error = await Assert.ThrowsAsync<SandboxDataException>(() => Data.LoadAsync(path));

            Assert.Contains("Line 1, sites 1: attributes.title is not Unicode", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static TheoryData<string, Action<SandboxData>> Typed =>
        new()
        {
            { "sites cannot be added: the attribute title", static data => data.AddSite("\ud800") },
            { "contact_tags cannot be added: the attribute name", static data => data.AddTag("VIP \udc00") },
            { "contacts cannot be added: the attribute name", static data => data.AddContact("ann@example.com", "\ud800") },
            { "lessons cannot be added: the attribute title", static data => data.AddCourse("Course", lessons: ["First", "\ud83d"]) },
            {
                "contacts cannot be added: the attribute custom_1[0]",
                static data =>
                    data.AddContact(
                        "ann@example.com",
                        configure: static one => one["custom_1"] = System.Text.Json.Nodes.JsonNode.Parse("[\"\\ud800\"]")
                    )
            },
        };

    [Theory]
    [MemberData(nameof(Typed))]
    public void A_text_of_a_test_is_rejected_with_its_resource_and_its_member(string message, Action<SandboxData> add)
    {
        Data.AddSite("Studio");
        int count = Sandbox.Store.All.Count();

        ArgumentException error = Assert.Throws<ArgumentException>(() => add(Data));

        Assert.Contains($"{message} is not Unicode", error.Message, StringComparison.Ordinal);
        Assert.Equal(count, Sandbox.Store.All.Count());
    }

    [Fact]
    public async Task Both_halves_of_a_surrogate_pair_are_a_character()
    {
        Data.Load("""{"id":"1","type":"sites","attributes":{"title":"\ud83d\ude00"}}""");
        SandboxContact contact = Data.AddContact("ann@example.com", "Ann 😀");

        Assert.Equal("😀", (await Kajabi.Sites.GetSiteAsync("1")).Data.Attributes.Title);
        Assert.Equal("Ann 😀", (await Kajabi.Contacts.GetContactAsync(contact.Id)).Data.Attributes.Name);
    }
}
