namespace Kajabi.Tests.Soak;

/// <summary>A short soak test; the command <c>soak</c> of this project runs longer.</summary>
public sealed class SoakTests
{
    private const int Calls = 2500;

    [Fact]
    public async Task Reads_succeed_no_write_is_processed_twice_and_no_resource_leaks() =>
        Assert.Contains("reads succeeded", await new SoakRun(Calls).RunAsync(), StringComparison.Ordinal);
}
