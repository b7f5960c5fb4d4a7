using System.Collections;

namespace Kajabi.Tests.JsonApi;

public sealed class DocumentFindTests
{
    private const int Count = 32_000;

    [Fact]
    public void Finding_every_resource_enumerates_the_list_once()
    {
        CountingDocument document = new(Count);

        for (int number = 0; number < Count; number++)
        {
            Assert.Same(document.Resources[number], document.Find("contacts", $"{number}"));
            Assert.Null(document.Find("offers", $"{number}"));
        }

        Assert.InRange(document.Resources.Moves, Count, 2 * Count);
    }

    [Fact]
    public void Concurrent_calls_find_the_same_objects()
    {
        for (int round = 0; round < 20; round++)
        {
            CountingDocument document = new(100);
            Parallel.For(0, 1000, number => Assert.Same(document.Resources[number % 100], document.Find("contacts", $"{number % 100}")));
        }
    }

    [Fact]
    public void Primary_and_included_resources_are_found_and_others_are_not()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            """
            { "data": { "id": "7", "type": "contacts" },
              "included": [{ "id": "1", "type": "offers" }, { "type": "offers" }, { "id": "1", "type": "badges" }] }
            """
        );

        Assert.Same(document.Data, document.Find("contacts", "7"));
        Assert.Same(document.Included[0], document.Find("offers", "1"));
        Assert.Same(document.Included[2], document.Find("badges", "1"));
        Assert.Null(document.Find("offers", "2"));
        Assert.Null(document.Find("contacts", "1"));
    }

    [Fact]
    public void A_replaced_primary_resource_is_found_instead_of_the_previous_one()
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>("""{ "data": { "id": "7", "type": "contacts" } }""");
        Assert.NotNull(document.Find("contacts", "7"));

        document.Data = new Contact { Id = "8" };
        Assert.Null(document.Find("contacts", "7"));
        Assert.Same(document.Data, document.Find("contacts", "8"));

        document.Data.Id = "9";
        Assert.Same(document.Data, document.Find("contacts", "9"));
    }

    /// <summary>Counts how often an item of its primary data is enumerated.</summary>
    private sealed class CountingDocument(int count) : Document
    {
        public CountingList Resources { get; } =
            new([.. Enumerable.Range(0, count).Select(static number => new Contact { Id = $"{number}" })]);

        public override IReadOnlyList<Resource> PrimaryData => Resources;

        private protected override void ReadData(ref JsonApiReader reader) => throw new NotSupportedException();

        private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode) => throw new NotSupportedException();
    }

    private sealed class CountingList(Resource[] resources) : IReadOnlyList<Resource>
    {
        private int _moves;

        public int Moves => _moves;

        public int Count => resources.Length;

        public Resource this[int index] => resources[index];

        public IEnumerator<Resource> GetEnumerator()
        {
            foreach (Resource resource in resources)
            {
                Interlocked.Increment(ref _moves);
                yield return resource;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
