using Kajabi;
using Kajabi.SmokeApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// Uses each part of the SDK once, published with trimming or native AOT: registration and options from configuration, reading with
// related resources, writing, paging, a response that is not JSON:API, both serializers, the link of an offer and the webhook endpoint.
if (args is not [var baseAddress, var clientId, var clientSecret, var offerLink])
{
    await Console.Error.WriteLineAsync("usage: base-address client-id client-secret offer-link");
    return 2;
}

string secret = Guid.NewGuid().ToString("N");
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Configuration.AddInMemoryCollection(
    new Dictionary<string, string?>
    {
        ["Kajabi:BaseAddress"] = baseAddress,
        ["Kajabi:ClientId"] = clientId,
        ["Kajabi:ClientSecret"] = clientSecret,
        ["Kajabi:Timeout"] = "00:01:00",
        ["Kajabi:Retry:MaxAttempts"] = "2",
    }
);
builder.Services.AddKajabi(builder.Configuration.GetSection("Kajabi"));
builder.Services.AddKajabiOfferLinks();
builder.Services.AddSingleton<ReceivedEvents>();
builder.Services.AddKajabiWebhookHandler<TagHandler>(options => options.Secrets = [secret]);
await using WebApplication app = builder.Build();
app.MapKajabiWebhook("/hooks/kajabi");
await app.StartAsync();

Calls calls = new(app.Services.GetRequiredService<IKajabiClient>(), Console.Out);
await calls.ReadAsync();
await calls.WriteAsync();
await calls.PageAsync();
await calls.ReadJsonAsync();
await calls.SerializeAsync();
await calls.GrantAsync(app.Services.GetRequiredService<IOfferLinkClient>(), offerLink);
await calls.SubscribeAsync($"{app.Urls.First()}/hooks/kajabi?secret={secret}");

using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
string received = await app.Services.GetRequiredService<ReceivedEvents>().Names.ReadAsync(limit.Token);
await Console.Out.WriteLineAsync($"received: {received}");
return 0;
