namespace Kajabi.Tests.Serialization;

/// <summary>The findings do not depend on the position of a resource, and contain no text that can be personal data.</summary>
public sealed class DriftCollectorTests
{
    [Theory]
    [InlineData(new[] { "data" }, "rank", "contacts", "rank")]
    [InlineData(new[] { "data" }, null, "contacts", "")]
    [InlineData(new[] { "data", "attributes" }, "rank", "contacts", "attributes.rank")]
    [InlineData(new[] { "data", null }, "rank", "contacts", "rank")]
    [InlineData(new[] { "included", null }, "rank", "contacts", "rank")]
    [InlineData(new[] { "included", null }, null, "contacts", "")]
    [InlineData(new[] { "included" }, null, "contacts", "")]
    [InlineData(new string?[] { null }, "rank", "contacts", "rank")]
    [InlineData(new[] { "data", "included", null }, "rank", "contacts", "rank")]
    [InlineData(new[] { "data", null, "included", null, "attributes" }, "rank", "contacts", "attributes.rank")]
    [InlineData(new[] { "data", "included", null, "included", null }, "rank", "contacts", "rank")]
    [InlineData(new[] { "meta" }, "rank", null, "meta.rank")]
    [InlineData(new string?[0], "rank", null, "rank")]
    public void A_path_starts_at_the_resource(string?[] steps, string? name, string? type, string path) =>
        Assert.Equal(new(ContractDriftKind.UnknownMember, type, path, null), Add(steps, name));

    [Theory]
    [InlineData(new[] { "data", "attributes" }, "ada@example.org", "contacts", "attributes[*]")]
    [InlineData(new[] { "data", "attributes" }, ".rank", "contacts", "attributes[*]")]
    [InlineData(new[] { "data", "attributes" }, "Åda", "contacts", "attributes.*")]
    [InlineData(new[] { "data", "attributes" }, "", "contacts", "attributes.")]
    [InlineData(new[] { "data", "attributes", null }, "rank", "contacts", "attributes[].rank")]
    [InlineData(new[] { "data" }, "first name", null, "data[*]")]
    [InlineData(new[] { "data", null }, "first name", null, "data[][*]")]
    [InlineData(new[] { "included", null }, "first name", null, "included[][*]")]
    [InlineData(new[] { "data", "included", null }, "first name", "contacts", "included[][*]")]
    public void A_name_that_can_be_personal_data_is_a_placeholder(string?[] steps, string name, string? type, string path) =>
        Assert.Equal(new(ContractDriftKind.UnknownMember, type, path, null), Add(steps, name));

    [Fact]
    public void The_number_of_findings_is_limited()
    {
        DriftCollector drift = new();
        for (int number = 0; number < 1001; number++)
        {
            drift.Add(ContractDriftKind.UnknownMember, new PathStack(), $"name_{number}", null);
        }

        Assert.Equal(1000, drift.Findings.Count);
    }

    [Fact]
    public void Findings_can_be_removed()
    {
        DriftCollector drift = new() { ResourceType = "contacts" };
        drift.Add(ContractDriftKind.UnknownMember, new PathStack(), "rank", null);

        drift.Clear();

        Assert.Empty(drift.Findings);
        Assert.Null(drift.ResourceType);
    }

    [Fact]
    public void A_document_that_is_read_a_second_time_has_the_findings_of_the_second_time()
    {
        const string json = """{"data":[{"type":"offers","id":"1","rank":1}],"included":[{"type":"contacts","id":"2"}] /* comment */}""";
        DriftCollector drift = new();

        JsonApiSerializer.Deserialize(typeof(RelationshipDocument), () => new TextInput(() => new StringReader(json)), drift: drift);

        Assert.Equal([new(ContractDriftKind.UnknownMember, null, "rank", null)], drift.Findings);
    }

    private static DriftCollector.Finding Add(string?[] steps, string? name)
    {
        PathStack path = new();
        foreach (string? step in steps)
        {
            if (step is null)
            {
                path.Enter(3);
            }
            else
            {
                path.Enter(step);
            }
        }

        DriftCollector drift = new() { ResourceType = "contacts" };
        drift.Add(ContractDriftKind.UnknownMember, path, name, null);
        return Assert.Single(drift.Findings);
    }
}
