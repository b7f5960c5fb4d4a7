using System.Net.Http.Headers;
using System.Text;
using Kajabi.Tests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>A sandbox with a client that sends requests as they are, as programs in other languages do.</summary>
internal sealed class RawSandbox : IAsyncDisposable
{
    public const string MediaType = "application/vnd.api+json";

    private RawSandbox(KajabiSandbox sandbox)
    {
        Sandbox = sandbox;
        Http = LoopbackHttp.Create(sandbox.BaseAddress);
    }

    public KajabiSandbox Sandbox { get; }

    public HttpClient Http { get; }

    /// <summary>Starts a sandbox and authenticates the client.</summary>
    public static async Task<RawSandbox> StartAsync(KajabiSandboxOptions? options = null)
    {
        RawSandbox sandbox = new(await KajabiSandbox.StartAsync(options));
        using HttpResponseMessage response = await sandbox.RequestTokenAsync(
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = sandbox.Sandbox.ClientId,
                    ["client_secret"] = sandbox.Sandbox.ClientSecret,
                }
            )
        );
        string token = (string)(await ReadAsync(response))["access_token"]!;
        sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return sandbox;
    }

    /// <summary>Parses a body without changing the text of times.</summary>
    public static JObject Parse(string json)
    {
        using JsonTextReader reader = new(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return (JObject)JToken.ReadFrom(reader);
    }

    public static async Task<JObject> ReadAsync(HttpResponseMessage response) => Parse(await response.Content.ReadAsStringAsync());

    public Task<HttpResponseMessage> RequestTokenAsync(HttpContent content) =>
        Http.PostAsync(new Uri("/v1/oauth/token", UriKind.Relative), content);

    /// <summary>Sends a request with a JSON body.</summary>
    public async Task<(int Status, JObject Body)> SendAsync(HttpMethod method, string address, string? json = null)
    {
        using HttpRequestMessage request = new(method, new Uri(address, UriKind.RelativeOrAbsolute));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, MediaType);
        using HttpResponseMessage response = await Http.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.StartsWith('{') ? Parse(body) : []);
    }

    public async Task<JObject> GetAsync(string address)
    {
        (int status, JObject body) = await SendAsync(HttpMethod.Get, address);
        Assert.True(status == 200, $"{address} returned {status}: {body}");
        return body;
    }

    /// <summary>Returns the ids of a list.</summary>
    public async Task<List<string>> GetIdsAsync(string address) =>
        [.. (await GetAsync(address))["data"]!.Select(static row => (string)row["id"]!)];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}
