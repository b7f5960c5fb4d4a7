namespace Kajabi.Tests.Serialization;

public sealed class PathStackTests
{
    [Fact]
    public void The_path_contains_each_step_that_was_not_left()
    {
        PathStack path = new();
        Assert.Equal("", path.ToString());

        path.Enter("data");
        path.Enter(12);
        path.Enter("attributes");
        path.Enter("name");
        path.Leave();

        Assert.Equal("data[12].attributes", path.ToString());
        Assert.Equal(["data", null, "attributes"], path.Names);
    }

    [Fact]
    public void A_deep_path_is_complete()
    {
        PathStack path = new();
        for (int step = 0; step < 40; step++)
        {
            path.Enter(step);
        }

        Assert.Equal(string.Concat(Enumerable.Range(0, 40).Select(static step => $"[{step}]")), path.ToString());
    }

    [Fact]
    public void Without_recording_the_path_is_empty()
    {
        PathStack path = new() { IsRecorded = false };

        path.Enter("data");
        path.Enter(1);
        path.Leave();

        Assert.Equal("", path.ToString());
        Assert.Empty(path.Names);
    }
}
