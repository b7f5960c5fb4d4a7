using System.Globalization;
using Kajabi.IntegrationTests.Redis;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Resilience;

/// <summary>Processes that share a request limit through a limiter of the application that uses Redis.</summary>
public sealed class SharedLimitTests
{
    private const int Processes = 2;
    private const int Calls = 10;

    // It does not end during a test, and no request waits that long.
    private const int LongWindow = 3600;

    [SkippableFact]
    public async Task Two_processes_together_stay_within_the_limit()
    {
        Skip.If(RedisServer.IsMissing, RedisServer.MissingReason);
        await using RedisServer redis = await RedisServer.StartAsync();

        (int Sent, int Rejected)[] results = await RunAsync(redis.Address, limit: 15, LongWindow);

        Assert.Equal((15, 5), (results.Sum(static result => result.Sent), results.Sum(static result => result.Rejected)));
    }

    [SkippableFact]
    public async Task Requests_above_the_limit_wait_for_the_next_window()
    {
        Skip.If(RedisServer.IsMissing, RedisServer.MissingReason);
        await using RedisServer redis = await RedisServer.StartAsync();

        (int Sent, int Rejected)[] results = await RunAsync(redis.Address, limit: 12, seconds: 1);

        Assert.Equal([(Calls, 0), (Calls, 0)], results);
    }

    [Fact]
    public async Task Requests_succeed_when_Redis_is_unreachable()
    {
        (int Sent, int Rejected)[] results = await RunAsync($"127.0.0.1:{RedisServer.GetFreePort()}", limit: 1, LongWindow);

        Assert.Equal([(Calls, 0), (Calls, 0)], results);
    }

    private static async Task<(int Sent, int Rejected)[]> RunAsync(string redis, int limit, int seconds)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        (int ExitCode, string Output)[] results = await WorkerProcess.RunAsync(
            "Kajabi.Generated.LimitWorker",
            Processes,
            sandbox.BaseAddress.AbsoluteUri,
            sandbox.ClientId,
            sandbox.ClientSecret,
            redis,
            $"{limit}",
            $"{seconds}",
            $"{Calls}"
        );
        return [.. results.Select(static result => Parse(result))];
    }

    private static (int Sent, int Rejected) Parse((int ExitCode, string Output) result)
    {
        string[] words = result.Output.Split(' ');
        Assert.True(result.ExitCode == 0 && words is [_, "sent,", _, "rejected"], result.Output);
        return (int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
    }
}
