using System.Net.Http.Json;
using Kajabi.Tests;

namespace Kajabi.Sandbox.Tests;

/// <summary>The recorded requests.</summary>
public sealed class RequestLogTests
{
    [Fact]
    public async Task A_request_is_recorded_without_secrets()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Search = "ann+bob@example.com", PageSize = 5 });
        await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "ann@example.com" }, siteId: "1");

        Assert.Equal(3, sandbox.Requests.Count);
        (SandboxRequest token, SandboxRequest list, SandboxRequest create) = (
            sandbox.Requests[0],
            sandbox.Requests[1],
            sandbox.Requests[2]
        );
        Assert.Equal(("POST", "/v1/oauth/token", 200), (token.Method, token.Path, token.StatusCode));
        Assert.Contains("client_secret=(redacted)", token.Body, StringComparison.Ordinal);
        Assert.Contains("client_id=sandbox-client", token.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.ClientSecret, token.Body, StringComparison.Ordinal);
        Assert.Equal(("GET", "/v1/contacts", 200, string.Empty), (list.Method, list.Path, list.StatusCode, list.Body));
        Assert.Equal(("ann+bob@example.com", "5"), (list.Query["filter[search]"], list.Query["page[size]"]));
        Assert.Contains("ann%2Bbob", list.QueryString, StringComparison.Ordinal);
        Assert.Equal("Bearer (redacted)", list.Headers["authorization"]);
        Assert.Equal(201, create.StatusCode);
        Assert.Contains("ann@example.com", create.Body, StringComparison.Ordinal);
        Assert.StartsWith("GET /v1/contacts?", list.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("-> 200", list.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_request_in_JSON_or_any_other_format_is_recorded_without_secrets()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using HttpClient http = LoopbackHttp.Create(sandbox.BaseAddress);
        Uri address = new("/v1/oauth/token", UriKind.Relative);

        using HttpResponseMessage json = await http.PostAsJsonAsync(address, new { client_id = "id", client_secret = "s3cret" });
        using HttpResponseMessage damaged = await http.PostAsync(address, new StringContent("{ \"client_secret\": \"s3cret"));
        using HttpResponseMessage text = await http.PostAsync(address, new StringContent("s3cret"));

        Assert.All(sandbox.Requests, static request => Assert.DoesNotContain("s3cret", request.Body, StringComparison.Ordinal));
        Assert.Equal("""{"client_id":"id","client_secret":"(redacted)"}""", sandbox.Requests[0].Body);
    }

    [Fact]
    public async Task Only_the_last_requests_are_recorded()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { MaxRecordedRequests = 2 });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        await kajabi.Contacts.GetContactAsync("123");
        await kajabi.Offers.GetOfferAsync("456");

        Assert.Equal(["/v1/contacts/123", "/v1/offers/456"], sandbox.Requests.Select(static request => request.Path));
    }
}
