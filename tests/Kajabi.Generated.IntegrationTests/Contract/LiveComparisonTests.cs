using System.Net;
using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>
/// The sandbox returns what the API returns. With the variables KAJABI_CLIENT_ID and KAJABI_CLIENT_SECRET, the API of the account is read;
/// without them, a second sandbox, so that the comparison itself is tested.
/// </summary>
public sealed class LiveComparisonTests(ITestOutputHelper output) : IAsyncLifetime
{
    private KajabiSandbox? _sandbox;

    public async Task InitializeAsync() => _sandbox = await KajabiSandbox.StartAsync();

    public Task DisposeAsync() => _sandbox!.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_operation_that_reads_returns_the_same_members()
    {
        using KajabiClient sandbox = CreateClient();
        using KajabiClient api = CreateLiveClient() ?? CreateClient();
        ReadComparison comparison = new(sandbox, api, ComposedDocument.Create());

        IReadOnlyList<string> differences = await comparison.CompareAsync();

        comparison.Skipped.ForEach(output.WriteLine);
        Assert.True(differences.Count == 0, $"The sandbox differs from the API:\n{string.Join('\n', differences)}");
        Assert.True(comparison.ComparedCount > 0, string.Join('\n', comparison.Skipped));
    }

    [Fact]
    public async Task A_member_that_the_API_adds_removes_or_changes_is_reported()
    {
        using KajabiClient sandbox = CreateClient();
        using KajabiClient api = CreateClient(new ChangingHandler());
        ReadComparison comparison = new(sandbox, api, ComposedDocument.Create());

        IReadOnlyList<string> differences = await comparison.CompareAsync();

        Assert.Equal(
            [
                "/v1/products: data[products].attributes.badge (string) is missing in the sandbox",
                "/v1/products: data[products].attributes.title is string in the sandbox and number in the API",
                "/v1/products: data[products].attributes.description is only in the sandbox",
            ],
            differences
        );
        Assert.Equal(["/v1/podcasts: 403 of the API.", "/v1/podcasts/{id}: /v1/podcasts is empty."], comparison.Skipped);
        Assert.Equal(52, comparison.ComparedCount);
    }

    private KajabiClient CreateClient(HttpMessageHandler? handler = null) =>
        new(
            new KajabiClientOptions
            {
                BaseAddress = _sandbox!.BaseAddress,
                ClientId = _sandbox.ClientId,
                ClientSecret = _sandbox.ClientSecret,
            },
            handler
        );

    private static KajabiClient? CreateLiveClient() =>
        Environment.GetEnvironmentVariable("KAJABI_CLIENT_ID") is { Length: > 0 } id
        && Environment.GetEnvironmentVariable("KAJABI_CLIENT_SECRET") is { Length: > 0 } secret
            ? new KajabiClient(new KajabiClientOptions { ClientId = id, ClientSecret = secret })
            : null;

    /// <summary>Changes the list of products, and denies the list of podcasts.</summary>
    private sealed class ChangingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            switch (request.RequestUri!.AbsolutePath)
            {
                case "/v1/podcasts":
                    response.StatusCode = HttpStatusCode.Forbidden;
                    break;
                case "/v1/products":
                    JObject page = JObject.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
                    foreach (JToken product in page["data"]!)
                    {
                        JObject attributes = (JObject)product["attributes"]!;
                        attributes["badge"] = "new";
                        attributes["title"] = 7;
                        attributes.Remove("description");
                    }

                    response.Content = new StringContent(page.ToString(), null, "application/vnd.api+json");
                    break;
            }

            return response;
        }
    }
}
