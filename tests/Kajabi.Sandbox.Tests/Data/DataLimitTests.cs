using System.Globalization;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Tests.Data;

/// <summary>The largest ids and the deepest attributes of loaded data.</summary>
public sealed class DataLimitTests : EmptySandboxTestBase
{
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
}
