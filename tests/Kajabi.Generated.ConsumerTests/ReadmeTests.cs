namespace Acme;

/// <summary>The C# blocks of the README are compiled and tested: each is a region of an example.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Every_CSharp_block_is_a_region_of_an_example() =>
        ExampleRegions.AssertContainBlocksOf("README.md", "tests/Kajabi.Generated.ConsumerTests");
}
