using System.Collections.Concurrent;
using System.Diagnostics;
using Kajabi.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.AspNetCore.Tests;

/// <summary>The secret is removed from the URL, the headers and the telemetry of a request.</summary>
public sealed class SecretRedactionTests
{
    [Theory]
    [InlineData("POST", "/hooks/kajabi", 200)]
    [InlineData("GET", "/hooks/kajabi", 200)]
    [InlineData("HEAD", "/hooks/kajabi", 200)]
    [InlineData("PUT", "/hooks/kajabi", 405)]
    [InlineData("DELETE", "/hooks/kajabi", 405)]
    [InlineData("OPTIONS", "/hooks/kajabi", 405)]
    [InlineData("POST", "/hooks/kajabi/", 200)]
    [InlineData("POST", "/wrong-path", 404)]
    public async Task No_middleware_sees_a_correct_secret_before_or_after_the_endpoint(string method, string path, int expected)
    {
        ConcurrentQueue<string> seen = [];
        await using WebhookHost host = await WebhookHost.StartAsync(use: application =>
            application.Use(
                async (context, next) =>
                {
                    seen.Enqueue(Describe(context));
                    await next(context);
                    seen.Enqueue(Describe(context));
                }
            )
        );

        Assert.Equal(expected, await SendAsync(host, method, $"{path}?secret={WebhookHost.Secret}&x=1", WebhookHost.Secret));

        Assert.Equal(2, seen.Count);
        Assert.All(seen, static text => Assert.DoesNotContain(WebhookHost.Secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", "?secret=the-secret-of-last-year", 403)]
    [InlineData("GET", "?secret=the-secret-of-last-year", 403)]
    [InlineData("PUT", "?Secret=the-secret-of-last-year", 403)]
    [InlineData("POST", "?a=b&%73ecret=the-secret-of-last-year", 403)]
    [InlineData("POST", "?secret=the-secret-of-last-year&secret=" + WebhookHost.Secret, 403)]
    public async Task No_middleware_sees_a_wrong_secret_after_the_endpoint(string method, string query, int expected)
    {
        ConcurrentQueue<string> seen = [];
        await using WebhookHost host = await WebhookHost.StartAsync(use: application =>
            application.Use(
                async (context, next) =>
                {
                    await next(context);
                    seen.Enqueue(Describe(context));
                }
            )
        );

        Assert.Equal(expected, await SendAsync(host, method, $"/hooks/kajabi{query}", "the-secret-of-last-year"));

        string text = Assert.Single(seen);
        Assert.DoesNotContain("last-year", text, StringComparison.Ordinal);
        Assert.DoesNotContain(WebhookHost.Secret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WebhookHost.Secret, 200)]
    [InlineData("the-secret-of-last-year", 403)]
    public async Task A_trace_that_recorded_the_URL_at_the_start_is_redacted_at_the_end(string secret, int expected)
    {
        TaskCompletionSource<string> ended = new();
        await using WebhookHost host = await WebhookHost.StartAsync();
        using IDisposable subscription = host.Services.GetRequiredService<DiagnosticListener>().Subscribe(new Tracer(ended));

        Assert.Equal(expected, await SendAsync(host, "POST", $"/hooks/kajabi?secret={secret}", secret));

        string tags = await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("url.query", tags, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, tags, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_path_is_removed_from_path_and_route_values()
    {
        string? seen = null;
        await using WebhookHost host = await WebhookHost.StartAsync(use: application =>
        {
            application.MapKajabiWebhook("/by-key/{key}");
            application.MapKajabiWebhook("/literal/" + WebhookHost.Secret);
            application.Use(
                async (context, next) =>
                {
                    await next(context);
                    seen = Describe(context);
                }
            );
        });

        Assert.Equal(200, await SendAsync(host, "POST", $"/by-key/{WebhookHost.Secret}?secret={WebhookHost.Secret}", WebhookHost.Secret));
        Assert.DoesNotContain(WebhookHost.Secret, seen, StringComparison.Ordinal);
        Assert.Equal(200, await SendAsync(host, "POST", $"/literal/{WebhookHost.Secret}?secret={WebhookHost.Secret}", WebhookHost.Secret));
        Assert.DoesNotContain(WebhookHost.Secret, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task URLs_of_other_endpoints_and_headers_without_a_secret_are_not_changed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapGet(
                "/other",
                static (HttpContext context) =>
                    $"{context.Features.Get<IHttpRequestFeature>()!.RawTarget} {context.Request.Headers["X-Trace"]}"
            )
        );
        using HttpClient http = LoopbackHttp.Create();
        http.DefaultRequestHeaders.Add("X-Trace", "a=1");

        const string address = "/other?secret=another-secret-2026&page=2";

        Assert.Equal($"{address} a=1", await http.GetStringAsync(new Uri(host.Origin, address)));
    }

    private static async Task<int> SendAsync(WebhookHost host, string method, string address, string secret)
    {
        using HttpClient http = LoopbackHttp.Create();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(host.Origin, address));
        request.Headers.Referrer = new Uri(host.Origin, $"/hooks/kajabi?secret={secret}");
        request.Headers.Add("X-Original-URL", $"/hooks/kajabi?secret={secret}");
        request.Headers.Add("X-Forwarded-Uri", ["/a", $"/redirect?to=%2Fhooks%3Fsecret%3D{secret}"]);
        if (method == "POST")
        {
            request.Content = new StringContent(Deliveries.TagAdded());
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.Equal(response.StatusCode == System.Net.HttpStatusCode.MethodNotAllowed, response.Content.Headers.Allow.Count > 0);
        return (int)response.StatusCode;
    }

    /// <summary>Returns everything of a request that a middleware could log.</summary>
    private static string Describe(HttpContext context)
    {
        IHttpRequestFeature feature = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        return string.Join(
            '\n',
            [
                feature.RawTarget,
                feature.QueryString,
                feature.Path,
                feature.PathBase,
                context.Request.QueryString.Value ?? string.Empty,
                context.Request.GetDisplayUrl(),
                context.Request.GetEncodedUrl(),
                context.Request.GetEncodedPathAndQuery(),
                .. context.Request.Query.Select(static one => $"{one.Key}={one.Value}"),
                .. context.Request.Headers.Select(static one => $"{one.Key}: {one.Value}"),
                .. context.Request.RouteValues.Select(static one => $"{one.Key}={one.Value}"),
                .. context.GetRouteData().Values.Select(static one => $"{one.Key}={one.Value}"),
            ]
        );
    }

    /// <summary>Acts like telemetry instrumentation: records the URL at the start of a request and exports it at the end.</summary>
    private sealed class Tracer(TaskCompletionSource<string> ended) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is HttpContext context && value.Key.EndsWith("HttpRequestIn.Start", StringComparison.Ordinal))
            {
                Activity
                    .Current!.SetTag("url.query", context.Request.QueryString.Value)
                    .SetTag("http.url", context.Request.GetDisplayUrl())
                    .SetTag("server.port", 42);
                Activity.Current.DisplayName = $"POST {context.Request.GetEncodedPathAndQuery()}";
            }
            else if (value.Key.EndsWith("HttpRequestIn.Stop", StringComparison.Ordinal))
            {
                ended.TrySetResult(string.Join('\n', Activity.Current!.TagObjects) + Activity.Current.DisplayName);
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
