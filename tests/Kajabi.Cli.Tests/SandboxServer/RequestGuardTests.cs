using System.Net;
using System.Text;
using Kajabi.Cli.SandboxServer;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Requests that a web page of another site makes a browser send.</summary>
public sealed class RequestGuardTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/_sandbox/requests")]
    [InlineData("/reference/")]
    [InlineData("/v1/version")]
    public async Task The_name_of_another_host_is_rejected(string path)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, string body) = await SendAsync(sandbox, HttpMethod.Get, path, ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("The host name 'evil.example' is rejected", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:80")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:5080")]
    [InlineData("api.kajabi.com")]
    [InlineData("host.docker.internal:5080")]
    public async Task Names_of_this_machine_and_the_name_of_the_service_are_accepted(string host)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, string _) = await SendAsync(sandbox, HttpMethod.Get, "/_sandbox/health", ("Host", host));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("https://evil.example", "--cors https://evil.example to allow it")]
    [InlineData("http://127.0.0.1:1", "--cors http://127.0.0.1:1 to allow it")]
    [InlineData("null", "Serve the page with HTTP")]
    public async Task The_control_API_and_the_page_reject_other_origins(string origin, string remedy)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        (string, string)[] headers = [("Origin", origin), ("X-Kajabi-Sandbox", "1")];

        (HttpStatusCode change, string body) = await SendAsync(sandbox, HttpMethod.Post, "/_sandbox/reset", headers);
        (HttpStatusCode read, string _) = await SendAsync(sandbox, HttpMethod.Get, "/_sandbox/requests", headers);
        (HttpStatusCode page, string _) = await SendAsync(sandbox, HttpMethod.Get, "/", headers);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (change, read, page));
        Assert.Contains(remedy, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_a_form_could_send_is_rejected()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using StringContent text = new("""{ "type": "forbidden" }""", Encoding.UTF8, "text/plain");

        using HttpResponseMessage fault = await sandbox.Http.PostAsync("/_sandbox/faults", text);
        (HttpStatusCode reset, string body) = await SendAsync(sandbox, HttpMethod.Post, "/_sandbox/reset");
        (HttpStatusCode own, string _) = await SendAsync(
            sandbox,
            HttpMethod.Post,
            "/_sandbox/reset",
            ("Origin", sandbox.Origin),
            ("X-Kajabi-Sandbox", "1")
        );

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (fault.StatusCode, reset, own));
        Assert.Contains("Content-Type: application/json", body, StringComparison.Ordinal);
        Assert.Empty(sandbox.Sandbox.Faults.Rules);
    }

    [Fact]
    public async Task An_allowed_origin_may_use_the_API_and_the_control_API()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(
            new SandboxHostOptions { Origins = ["http://localhost:3000"] }
        );

        using HttpResponseMessage preflight = await PreflightAsync(sandbox, "http://localhost:3000", "/_sandbox/faults");
        using HttpResponseMessage other = await PreflightAsync(sandbox, "http://localhost:3001", "/v1/contacts");
        (HttpStatusCode reset, string _) = await SendAsync(
            sandbox,
            HttpMethod.Post,
            "/_sandbox/reset",
            ("Origin", "http://localhost:3000"),
            ("X-Kajabi-Sandbox", "1")
        );

        Assert.Equal(["http://localhost:3000"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.OK, reset);
    }

    [Fact]
    public async Task All_origins_may_use_the_API_but_not_the_control_API()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(new SandboxHostOptions { Origins = ["*"] });

        using HttpResponseMessage api = await PreflightAsync(sandbox, "https://evil.example", "/v1/contacts");
        using HttpResponseMessage control = await PreflightAsync(sandbox, "https://evil.example", "/_sandbox/faults");

        Assert.True(api.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Forbidden, control.StatusCode);
    }

    [Theory]
    [InlineData("kajabi:5080", true)]
    [InlineData("192.0.2.7:5080", true)]
    [InlineData("[2001:db8::7]", true)]
    [InlineData("localhost", true)]
    [InlineData("Sandbox.example.test", true)]
    [InlineData("evil.example", false)]
    [InlineData("sandbox.example.test.evil.example", false)]
    [InlineData("192.0.2.7.evil.example", false)]
    public async Task On_an_address_of_the_network_addresses_local_names_and_allowed_ones_are_accepted(string host, bool isAccepted)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(
            new SandboxHostOptions { Address = IPAddress.Any, Hosts = ["sandbox.example.test"] }
        );

        (HttpStatusCode status, string body) = await SendAsync(sandbox, HttpMethod.Get, "/_sandbox/health", ("Host", host));

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status);
        Assert.Equal(!isAccepted, body.Contains($"--allow-host {host}", StringComparison.Ordinal));
        Assert.Equal("127.0.0.1", sandbox.Sandbox.BaseAddress.Host);
    }

    [Theory]
    [InlineData("kajabi", false)]
    [InlineData("192.0.2.7", false)]
    [InlineData("sandbox.example.test", true)]
    public async Task On_loopback_only_names_of_this_machine_and_allowed_ones_are_accepted(string host, bool isAccepted)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(new SandboxHostOptions { Hosts = ["sandbox.example.test"] });

        (HttpStatusCode status, string _) = await SendAsync(sandbox, HttpMethod.Get, "/_sandbox/health", ("Host", host));

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task All_names_are_accepted_if_the_options_allow_all()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(new SandboxHostOptions { Hosts = ["*"] });

        (HttpStatusCode status, string _) = await SendAsync(sandbox, HttpMethod.Get, "/_sandbox/health", ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    private static async Task<HttpResponseMessage> PreflightAsync(RunningSandbox sandbox, string origin, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await sandbox.Http.SendAsync(request);
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        RunningSandbox sandbox,
        HttpMethod method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using HttpRequestMessage request = new(method, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await sandbox.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
