using System.Globalization;
using Kajabi;
using RedisRateLimiting;
using StackExchange.Redis;

// One of several processes that share a request limit: writes "ready", waits for a line, makes concurrent calls and writes how many
// succeeded and how many the limit rejected.
if (args is not [var baseAddress, var clientId, var clientSecret, var redis, var limit, var seconds, var calls])
{
    await Console.Error.WriteLineAsync("usage: base-address client-id client-secret redis limit seconds calls");
    return 2;
}

// Without a server, the connection is created too, and each use of it fails.
ConfigurationOptions configuration = ConfigurationOptions.Parse(redis);
(configuration.AbortOnConnectFail, configuration.ConnectTimeout, configuration.AsyncTimeout) = (false, 1000, 1000);
await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(configuration);
await using RedisFixedWindowRateLimiter<string> limiter = new(
    "kajabi",
    new RedisFixedWindowRateLimiterOptions
    {
        ConnectionMultiplexerFactory = () => connection,
        PermitLimit = int.Parse(limit, CultureInfo.InvariantCulture),
        Window = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)),
    }
);
using KajabiClient kajabi = new(
    new KajabiClientOptions
    {
        BaseAddress = new Uri(baseAddress),
        ClientId = clientId,
        ClientSecret = clientSecret,
        RateLimit = { Limiter = limiter },
    }
);

await Console.Out.WriteLineAsync("ready");
await Console.In.ReadLineAsync();

bool[] results = await Task.WhenAll(Enumerable.Range(0, int.Parse(calls, CultureInfo.InvariantCulture)).Select(_ => CallAsync()));
await Console.Out.WriteLineAsync($"{results.Count(static isSent => isSent)} sent, {results.Count(static isSent => !isSent)} rejected");
return 0;

async Task<bool> CallAsync()
{
    try
    {
        await kajabi.Contacts.GetContactAsync("123");
        return true;
    }
    catch (KajabiApiException exception) when (exception is { Kind: KajabiErrorKind.RateLimited, StatusCode: null })
    {
        return false;
    }
}
