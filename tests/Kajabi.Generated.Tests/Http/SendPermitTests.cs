using System.Net.Http.Headers;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Http;

/// <summary>Which requests of a handler of the application belong to an attempt, and how often it may send them.</summary>
public sealed class SendPermitTests : IDisposable
{
    private const string Address = "https://api.kajabi.com/v1/contacts/7";

    private readonly Telemetry _telemetry = new(null, null);

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public void A_read_may_be_resent_ten_times_over_all_attempts()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Address);
        using (SendPermit first = SendPermit.Issue(request, _telemetry, CancellationToken.None))
        {
            Send(first, times: 6);
        }

        using SendPermit second = SendPermit.Issue(request, _telemetry, CancellationToken.None);
        Send(second, times: 6);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(second.CountRead);

        Assert.Equal(
            "A handler of the application resent GET more than 10 times. The SDK retries itself: "
                + "exclude its HTTP client from that handler.",
            exception.Message
        );
    }

    [Fact]
    public async Task A_write_is_not_sent_after_its_attempt()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address);
        SendPermit permit = SendPermit.Issue(request, _telemetry, CancellationToken.None);
        permit.Dispose();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            permit.SendOnceAsync(request, static (_, _) => throw new NotSupportedException(), CancellationToken.None)
        );

        Assert.Equal("A handler of the application tried to send POST after its attempt had ended. It was not sent.", exception.Message);
    }

    [Fact]
    public async Task A_write_outside_of_an_attempt_is_not_sent()
    {
        using DelegateHandler network = new(static (_, _) => throw new NotSupportedException());
        using HttpMessageInvoker guard = Guard(network);
        using HttpRequestMessage request = new(HttpMethod.Post, Address);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            guard.SendAsync(request, CancellationToken.None)
        );

        Assert.Equal(
            "A handler of the application sent POST outside of any attempt of the SDK. It was not sent, because it may be a duplicate.",
            exception.Message
        );
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_read_outside_of_an_attempt_is_sent(string method)
    {
        using DelegateHandler network = new(static (_, _) => Task.FromResult(new HttpResponseMessage()));
        using HttpMessageInvoker guard = Guard(network);
        using HttpRequestMessage request = new(new HttpMethod(method), Address);

        using HttpResponseMessage response = await guard.SendAsync(request, CancellationToken.None);

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_redirect_that_was_followed_is_an_error_with_its_remedy()
    {
        using HttpRequestMessage other = new(HttpMethod.Get, "https://elsewhere.example.com/");
        using DelegateHandler network = new((_, _) => Task.FromResult(new HttpResponseMessage { RequestMessage = other }));
        using HttpMessageInvoker guard = Guard(network);
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            guard.SendAsync(request, CancellationToken.None)
        );

        Assert.Equal(
            "The primary HTTP handler followed a redirect of GET to another address, which could leak a token. "
                + "Turn redirects off in that handler, or use a SocketsHttpHandler, for which the SDK does so.",
            exception.Message
        );
    }

    [Theory]
    [InlineData("POST", "/v1/contacts/7", false, false, true)]
    [InlineData("PUT", "/v1/contacts/7", false, false, false)]
    [InlineData("POST", "/v1/contacts/8", false, false, false)]
    [InlineData("POST", "/gateway", true, false, true)]
    [InlineData("POST", "/gateway", false, true, true)]
    [InlineData("GET", "/gateway", false, true, false)]
    [InlineData("HEAD", "/gateway", false, true, false)]
    public void A_request_without_options_is_a_copy_by_its_path_body_or_token(
        string method,
        string path,
        bool hasBody,
        bool hasToken,
        bool isCopy
    )
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address) { Content = new StringContent("body") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "t");
        using SendPermit permit = SendPermit.Issue(request, _telemetry, CancellationToken.None);
        using HttpRequestMessage sent = new(new HttpMethod(method), "https://gateway.example.com" + path)
        {
            Content = hasBody ? request.Content : null,
        };
        sent.Headers.Authorization = hasToken ? new AuthenticationHeaderValue("Bearer", "t") : null;

        Assert.Same(isCopy ? permit : null, SendPermit.Find(sent));
    }

    private static HttpMessageInvoker Guard(HttpMessageHandler network) =>
        new(new SendGuardHandler(new KajabiClientOptions(), isDedicated: true) { InnerHandler = network });

    private static void Send(SendPermit permit, int times)
    {
        for (int number = 0; number < times; number++)
        {
            permit.CountRead();
        }
    }
}
