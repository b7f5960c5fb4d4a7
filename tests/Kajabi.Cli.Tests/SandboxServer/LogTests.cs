using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Kajabi.Cli.SandboxServer;
using Kajabi.Sandbox.Internal.Secrets;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>The log of requests.</summary>
public sealed class LogTests
{
    [Theory]
    [InlineData("/webhooks/offers/hush/456/activate", "/webhooks/offers/(redacted)/456/activate")]
    [InlineData("//webhooks/offers/hush/456/activate", "/webhooks/offers/(redacted)/456/activate")]
    [InlineData("/webhooks///offers//hush/456/activate", "/webhooks/offers/(redacted)/456/activate")]
    [InlineData("/Webhooks/OFFERS/hush/456", "/Webhooks/OFFERS/(redacted)/456")]
    [InlineData("/webhooks/offers/hush", "/webhooks/offers/(redacted)")]
    [InlineData("/v1/webhooks/offers/hush/456", "/v1/webhooks/offers/(redacted)/456")]
    [InlineData("/webhooks/webhooks/offers/hush/456", "/webhooks/webhooks/offers/(redacted)/456")]
    [InlineData("/webhooks/offers/webhooks/offers/hush", "/webhooks/offers/(redacted)/offers/(redacted)")]
    [InlineData("/%77ebhooks/o%66fers/hush/456", "/webhooks/offers/(redacted)/456")]
    [InlineData("/webhooks/o%2566fers/hush/456", "/webhooks/offers/(redacted)/456")]
    [InlineData("/webhooks%2Foffers/hush/456", "/webhooks/offers/(redacted)/456")]
    [InlineData("/webhooks%252Foffers%252Fhush/456", "/webhooks/offers/(redacted)/456")]
    [InlineData("/v1/offers/456", "/v1/offers/456")]
    [InlineData("/webhooks/other/offers/456", "/webhooks/other/offers/456")]
    [InlineData("/v1/contacts/%25", "/v1/contacts/%25")]
    public void The_secret_of_an_activation_link_is_redacted_in_every_spelling_of_its_path(string path, string logged) =>
        Assert.Equal(logged, SecretRedactor.RedactPath(path));

    [Fact]
    public async Task Secrets_of_the_path_and_the_query_are_not_logged()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using HttpResponseMessage first = await sandbox.Http.PostAsync($"{sandbox.Origin}//webhooks/offers/hush/456/activate", null);
        using HttpResponseMessage second = await sandbox.Http.GetAsync("/v1/contacts?a=b&Client_Secret=hush&page[size]=1");
        using HttpResponseMessage third = await sandbox.Http.GetAsync("/v1/contacts?");
        using HttpResponseMessage fourth = await sandbox.Http.GetAsync("/v1/sandbox-secret?a=sandbox-secret");

        string[] lines = await sandbox.StopAsync();

        Assert.Matches(@"^POST /webhooks/offers/\(redacted\)/456/activate \d+ \d+ ms", lines[0]);
        Assert.Matches(@"^GET /v1/contacts\?a=b&Client_Secret=\(redacted\)&page\[size\]=1 401 \d+ ms", lines[1]);
        Assert.Matches(@"^GET /v1/contacts 401 \d+ ms", lines[2]);
        Assert.Matches(@"^GET /v1/\(redacted\)\?a=\(redacted\) \d+ \d+ ms", lines[3]);
    }

    [Fact]
    public async Task Each_request_is_one_line_also_if_it_is_rejected_or_its_body_is_too_large()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using HttpRequestMessage rejected = new(HttpMethod.Get, "/v1/contacts") { Headers = { Host = "evil.example" } };
        using HttpResponseMessage first = await sandbox.Http.SendAsync(rejected);
        await sandbox.SendAsync("GET", "/resources/contact");
        await sandbox.SendAsync("GET", "/health");
        using HttpResponseMessage page = await sandbox.Http.GetAsync("/");
        using ByteArrayContent large = new(new byte[30_000_001]);
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/contacts") { Content = large, Headers = { ExpectContinue = true } };
        using HttpResponseMessage second = await sandbox.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.RequestEntityTooLarge), (first.StatusCode, second.StatusCode));
        Assert.Contains("\"error\":\"The request cannot be read: ", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        string[] lines = await sandbox.StopAsync();
        Assert.Equal(3, lines.Length);
        Assert.Matches(@"^GET /v1/contacts 403 \d+ ms$", lines[0]);
        Assert.Matches(@"^GET /_sandbox/resources/contact 404 \d+ ms$", lines[1]);
        Assert.Matches(@"^POST /v1/contacts 413 \d+ ms \(error: .+\)$", lines[2]);
    }

    [Fact]
    public async Task A_response_without_a_body_is_logged_with_its_status()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(isJson: true);
        sandbox.Sandbox.Faults.Add(Kajabi.Sandbox.SandboxFault.Respond(204), method: HttpMethod.Get);
        sandbox.Sandbox.Faults.Add(Kajabi.Sandbox.SandboxFault.Respond(205), method: HttpMethod.Delete);
        using HttpRequestMessage head = new(HttpMethod.Head, "/v1/contacts");
        using HttpResponseMessage first = await sandbox.Http.SendAsync(head);
        using HttpResponseMessage second = await sandbox.Http.GetAsync("/v1/contacts");
        using HttpResponseMessage third = await sandbox.Http.DeleteAsync("/v1/contacts/123");

        string[] lines = await sandbox.StopAsync();

        Assert.Equal([401, 204, 205], lines.Select(static line => (int?)JsonNode.Parse(line)!["status"]));
    }

    [Fact]
    public async Task A_request_that_the_sandbox_fails_to_handle_is_logged_with_the_error()
    {
        StringWriter output = new();
        RequestLogger logger = new(new SandboxOutput(output, isJson: false), TimeProvider.System);
        DefaultHttpContext context = new();
        context.Request.Method = "GET";
        context.Request.Path = "/v1/contacts";
        using MemoryStream body = new();
        context.Response.Body = body;

        await logger.InvokeAsync(context, static _ => throw new InvalidOperationException("A bug."));

        Assert.Equal(500, context.Response.StatusCode);
        Assert.Contains("which is a bug in it", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
        Assert.Matches(@"^GET /v1/contacts 500 \d+ ms \(error: InvalidOperationException: A bug\.\)\n$", output.ToString());
    }

    [Fact]
    public async Task A_request_whose_connection_is_reset_is_logged_without_a_status()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        sandbox.Sandbox.Faults.Add(Kajabi.Sandbox.SandboxFault.ConnectionReset());

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Http.GetAsync("/v1/contacts"));

        Assert.True(error.InnerException is IOException or HttpIOException or SocketException, error.ToString());
        string line = Assert.Single(await sandbox.StopAsync());
        Assert.Matches(@"^GET /v1/contacts no response \d+ ms \(fault: connection_reset\)$", line);
    }
}
