using System.Net;
using System.Text.Json.Nodes;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Paths and methods that the control API does not have.</summary>
public sealed class ControlPathTests
{
    [Theory]
    [InlineData("/resources/contact")]
    [InlineData("/resources/contact/123")]
    public async Task An_unknown_type_is_404_with_the_nearest_name(string path)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, JsonNode response) = await sandbox.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(
            "The sandbox has no resource type 'contact'. Did you mean contacts",
            (string?)response["error"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("POST", "/_sandbox/health", "GET, HEAD")]
    [InlineData("DELETE", "/_sandbox/clock", "GET, HEAD, PUT")]
    [InlineData("GET", "/_sandbox/clock/advance", "POST")]
    [InlineData("PATCH", "/_sandbox/resources/contacts/123", "GET, HEAD")]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("PUT", "/openapi.json", "GET, HEAD")]
    public async Task A_wrong_method_is_405_with_the_methods_of_the_path(string method, string path, string allowed)
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);

        using HttpResponseMessage response = await sandbox.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
        Assert.Contains(allowed, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_operation_is_404_with_the_operations()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        (HttpStatusCode status, JsonNode response) = await sandbox.SendAsync("POST", "/reste");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("POST /_sandbox/reset", (string?)response["error"], StringComparison.Ordinal);
    }
}
