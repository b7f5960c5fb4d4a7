using System.Text;
using Kajabi.Sandbox;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace Kajabi.IntegrationTests.Auth;

/// <summary>Real processes that share a token through a real Redis.</summary>
public sealed class SharedTokenTests : IDisposable
{
    private const int Processes = 4;

    private static readonly (int ExitCode, string Output) s_success = (0, $"{TokenWorker.Calls} calls succeeded");

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("kajabi-keys-");

    public SharedTokenTests()
    {
        // As in a deployment, the keys are there before the processes start.
        DataProtectionProvider
            .Create(_keys, static builder => builder.SetApplicationName("Kajabi token workers"))
            .CreateProtector("first use")
            .Protect([]);
    }

    public void Dispose() => _keys.Delete(recursive: true);

    [SkippableFact]
    public async Task Processes_that_find_a_fresh_token_ask_for_none()
    {
        Skip.If(RedisServer.IsMissing, RedisServer.MissingReason);
        await using RedisServer redis = await RedisServer.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        Assert.Equal([s_success], await RunAsync(sandbox, redis.Address, processes: 1));
        Assert.Equal(1, sandbox.TokenRequestCount);

        (int, string)[] results = await RunAsync(sandbox, redis.Address, Processes);

        Assert.Equal(Enumerable.Repeat(s_success, Processes), results);
        Assert.Equal(1, sandbox.TokenRequestCount);
    }

    [SkippableFact]
    public async Task Processes_that_start_at_once_ask_once_each_at_most()
    {
        Skip.If(RedisServer.IsMissing, RedisServer.MissingReason);
        await using RedisServer redis = await RedisServer.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        (int, string)[] results = await RunAsync(sandbox, redis.Address, Processes);

        Assert.Equal(Enumerable.Repeat(s_success, Processes), results);
        Assert.InRange(sandbox.TokenRequestCount, 1, Processes);
    }

    [Fact]
    public async Task A_Redis_out_of_reach_fails_no_call()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        Assert.Equal([s_success], await RunAsync(sandbox, $"127.0.0.1:{RedisServer.FreePort()}", processes: 1));
        Assert.Equal(1, sandbox.TokenRequestCount);
    }

    [SkippableFact]
    public async Task What_stands_in_Redis_shows_neither_the_token_nor_the_credentials()
    {
        Skip.If(RedisServer.IsMissing, RedisServer.MissingReason);
        await using RedisServer redis = await RedisServer.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        await RunAsync(sandbox, redis.Address, processes: 1);

        using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(redis.Address);
        string key = Assert.Single(
            connection.GetServer(redis.Address).Keys().Select(static key => key.ToString()),
            static key => key.Contains("kajabi", StringComparison.Ordinal)
        );
        string entry = Encoding.Latin1.GetString((byte[])(await connection.GetDatabase().HashGetAsync(key, "data"))!);
        TimeSpan? lifetime = await connection.GetDatabase().KeyTimeToLiveAsync(key);

        Assert.DoesNotContain(sandbox.ClientId, key + entry, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{40}", entry); // What a token of the sandbox looks like.
        Assert.InRange(lifetime!.Value, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
    }

    private async Task<(int, string)[]> RunAsync(KajabiSandbox sandbox, string redis, int processes)
    {
        TokenWorker[] workers = await Task.WhenAll(
            Enumerable.Range(0, processes).Select(_ => TokenWorker.StartAsync(sandbox, redis, _keys.FullName))
        );
        try
        {
            return await Task.WhenAll(workers.Select(static worker => worker.RunAsync()));
        }
        finally
        {
            Array.ForEach(workers, static worker => worker.Dispose());
        }
    }
}
