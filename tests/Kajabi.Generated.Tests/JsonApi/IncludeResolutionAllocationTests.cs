using System.Text;

namespace Kajabi.Tests.JsonApi;

public sealed class IncludeResolutionAllocationTests
{
    [Fact]
    public void Include_resolution_allocates_in_linear_proportion()
    {
        byte[] small = Page(100);
        byte[] large = Page(10_000);
        Allocated(small);
        Allocated(large);

        long hundred = Allocated(small);
        long tenThousand = Allocated(large);

        Assert.True(
            tenThousand <= hundred * 110,
            $"{tenThousand:N0} bytes for 10,000 resources, {hundred:N0} for 100: {(double)tenThousand / hundred:F1} times."
        );
    }

    private static long Allocated(byte[] json)
    {
        using MemoryStream stream = new(json);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(stream);
        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(RelationshipState.Loaded, document.Data.Relationships["tags"]?.State);
        return after - before;
    }

    private static byte[] Page(int included)
    {
        IEnumerable<int> ids = Enumerable.Range(1, included);
        string linkage = string.Join(",", ids.Select(id => $$"""{"type":"contact_tags","id":"{{id:D6}}"}"""));
        string resources = string.Join(
            ",",
            ids.Select(id =>
                $$$$$"""
                    {"type":"contact_tags","id":"{{{{{id:D6}}}}}","attributes":{"name":"Tag {{{{{id:D6}}}}}"},
                      "relationships":{"site":{"data":{"type":"sites","id":"1"}}}}
                    """
            )
        );
        return Encoding.UTF8.GetBytes(
            $$$$"""
            {"data":{"type":"contacts","id":"1","relationships":{"tags":{"data":[{{{{linkage}}}}]}}},"included":[{{{{resources}}}}]}
            """
        );
    }
}
