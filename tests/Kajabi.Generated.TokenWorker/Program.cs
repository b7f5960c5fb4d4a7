using Kajabi;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

// One of several processes that share an access token: writes "ready", waits for a line, makes concurrent calls
// and writes the number of successful ones.
if (args is not [var baseAddress, var clientId, var clientSecret, var redis, var keys, var calls])
{
    await Console.Error.WriteLineAsync("usage: base-address client-id client-secret redis keys-folder calls");
    return 2;
}

ServiceCollection services = new();
services.AddStackExchangeRedisCache(options => options.Configuration = redis);
services.AddHybridCache();
services.AddDataProtection().SetApplicationName("Kajabi token workers").PersistKeysToFileSystem(new DirectoryInfo(keys));
services.AddKajabi(options =>
{
    options.BaseAddress = new Uri(baseAddress);
    options.ClientId = clientId;
    options.ClientSecret = clientSecret;
    options.AccessTokenSharing = AccessTokenSharing.Protected;
});
await using ServiceProvider provider = services.BuildServiceProvider();
KajabiClient kajabi = provider.GetRequiredService<KajabiClient>();

await Console.Out.WriteLineAsync("ready");
await Console.In.ReadLineAsync();

ContactDocument[] documents = await Task.WhenAll(
    Enumerable
        .Range(0, int.Parse(calls, System.Globalization.CultureInfo.InvariantCulture))
        .Select(_ => kajabi.Contacts.GetContactAsync("123"))
);
await Console.Out.WriteLineAsync($"{documents.Count(static document => document.Data.Id == "123")} calls succeeded");
return 0;
