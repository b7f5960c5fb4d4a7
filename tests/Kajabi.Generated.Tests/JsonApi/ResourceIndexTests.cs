namespace Kajabi.Tests.JsonApi;

/// <summary>Finding resources of documents with many resources and many types, whose ids are the same in each type.</summary>
public sealed class ResourceIndexTests
{
    private const int ResourcesOfType = 150;

    private static readonly string[] s_types = [.. Enumerable.Range(0, 20).Select(static number => $"type_{number}")];

    [Fact]
    public void Every_resource_is_found_by_its_type_and_id()
    {
        ContactCollection page = Read(Identifiers());

        foreach ((string type, string id) in Identifiers())
        {
            Assert.Equal(new ResourceIdentifier(type, id), page.Find(type, id)?.Identifier);
        }

        Assert.Equal(s_types.Length * ResourcesOfType, page.Included.Count);
        Assert.Equal(0, page.DuplicateResourceCount);
    }

    [Theory]
    [InlineData("type_0", "150")]
    [InlineData("type_20", "1")]
    [InlineData("", "")]
    public void A_resource_that_the_document_does_not_contain_is_not_found(string type, string id) =>
        Assert.Null(Read(Identifiers()).Find(type, id));

    [Fact]
    public void Every_second_copy_is_a_duplicate()
    {
        ContactCollection page = Read([.. Identifiers(), .. Identifiers()]);

        Assert.Equal(s_types.Length * ResourcesOfType, page.DuplicateResourceCount);
        Assert.Equal(s_types.Length * ResourcesOfType, page.Included.Count);
    }

    [Fact]
    public void A_resource_is_found_by_the_id_that_it_had_at_the_first_call()
    {
        ContactCollection page = Read(Identifiers());
        Resource resource = page.Find("type_7", "7")!;
        resource.Id = "another";

        Assert.Same(resource, page.Find("type_7", "7"));
        Assert.Null(page.Find("type_7", "another"));
    }

    [Fact]
    public async Task Threads_find_resources_at_the_same_time()
    {
        ContactCollection page = Read(Identifiers());

        int[] missing = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => Identifiers().Count(identifier => page.Find(identifier.Type, identifier.Id) is null)))
        );

        Assert.All(missing, static count => Assert.Equal(0, count));
    }

    // The types alternate, as in a response.
    private static IReadOnlyList<(string Type, string Id)> Identifiers() =>
        [.. Enumerable.Range(0, ResourcesOfType).SelectMany(static id => s_types.Select(type => (type, $"{id}")))];

    private static ContactCollection Read(IReadOnlyList<(string Type, string Id)> included) =>
        JsonApiSerializer.Deserialize<ContactCollection>(
            $$"""
            {"data":[],"included":[
            {{string.Join(',', included.Select(static one => $$"""{"id":"{{one.Id}}","type":"{{one.Type}}"}"""))}}
            ]}
            """
        );
}
