using System.Text;
using Kajabi.IntegrationTests.Redis;
using Kajabi.Sandbox;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace Kajabi.IntegrationTests.Auth;

/// <summary>Processes that share an access token through Redis.</summary>
public sealed class SharedTokenTests : IDisposable
{
    private const int Processes = 4;
    private const int Calls = 10;

    private static readonly (int ExitCode, string Output) s_success = (0, $"{Calls} calls succeeded");

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("kajabi-keys-");

    public SharedTokenTests()
    {
        // As in a deployment, the keys exist before the processes start.
        DataProtectionProvider
            .Create(_keys, static builder => builder.SetApplicationName("Kajabi token workers"))
            .CreateProtector("first use")
            .Protect([]);
    }

    public void Dispose() => _keys.Delete(recursive: true);

    [SkippableFact]
    public async Task Processes_use_a_valid_shared_token_without_a_token_request()
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
    public async Task Processes_that_start_concurrently_send_at_most_one_token_request_each()
    {
        Skip.If(RedisServer.IsMissing, RedisServer.MissingReason);
        await using RedisServer redis = await RedisServer.StartAsync();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        (int, string)[] results = await RunAsync(sandbox, redis.Address, Processes);

        Assert.Equal(Enumerable.Repeat(s_success, Processes), results);
        Assert.InRange(sandbox.TokenRequestCount, 1, Processes);
    }

    [Fact]
    public async Task Calls_succeed_when_Redis_is_unreachable()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        Assert.Equal([s_success], await RunAsync(sandbox, $"127.0.0.1:{RedisServer.GetFreePort()}", processes: 1));
        Assert.Equal(1, sandbox.TokenRequestCount);
    }

    [SkippableFact]
    public async Task The_entry_in_Redis_contains_no_plain_token_and_no_credentials()
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
        Assert.DoesNotMatch("[0-9a-f]{40}", entry); // The format of the sandbox's tokens.
        Assert.InRange(lifetime!.Value, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
    }

    private Task<(int, string)[]> RunAsync(KajabiSandbox sandbox, string redis, int processes) =>
        WorkerProcess.RunAsync(
            "Kajabi.Generated.TokenWorker",
            processes,
            sandbox.BaseAddress.AbsoluteUri,
            sandbox.ClientId,
            sandbox.ClientSecret,
            redis,
            _keys.FullName,
            $"{Calls}"
        );
}
