namespace Acme;

/// <summary>The C# blocks of the README and of the packages are compiled and tested: each is a region of an example.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/Kajabi.Generated/README.md")]
    [InlineData("src/Kajabi.Generated.AspNetCore/README.md")]
    [InlineData("src/Kajabi.Generated.Sandbox/README.md")]
    public void Every_CSharp_block_is_a_region_of_an_example(string file) =>
        ExampleRegions.AssertContainBlocksOf(file, "tests/Kajabi.Generated.ConsumerTests");
}
