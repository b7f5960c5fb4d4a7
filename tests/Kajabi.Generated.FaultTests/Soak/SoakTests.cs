namespace Kajabi.Tests.Soak;

/// <summary>A short soak; <c>soak</c> of this project's commands runs for as many calls as it is told.</summary>
public sealed class SoakTests
{
    private const int Calls = 2500;

    [Fact]
    public async Task No_read_fails_no_write_happens_twice_and_nothing_is_left_behind() =>
        Assert.Contains("reads succeeded", await new SoakRun(Calls).RunAsync(), StringComparison.Ordinal);
}
