using System.Net;
using Kajabi.Http.AtMostOnce;
using Kajabi.Tests.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Tests.Http;

/// <summary>A write is sent once per attempt of the retry table, whatever handlers the application adds to the pipeline.</summary>
public sealed class AtMostOnceTests
{
    private const string Contact = """{ "data": { "id": "7", "type": "contacts" } }""";

    public static TheoryData<string, string> Handlers()
    {
        TheoryData<string, string> rows = [];
        foreach (
            string name in (string[])
                [
                    "standard",
                    "hedging",
                    "custom pipeline",
                    "policy",
                    "two of them",
                    "always",
                    "clone",
                    "clone without options",
                    "clone to another path",
                    "same body to another path",
                    "in parallel",
                    "without context",
                    "attempt timeout",
                ]
        )
        {
            rows.Add(name, "defaults before");
            rows.Add(name, "defaults after");
            rows.Add(name, "builder");
        }

        rows.Add("always", "primary");
        rows.Add("clone", "primary");
        rows.Add("clone without options", "primary");
        return rows;
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_failed_write_is_sent_once(string handler, string position)
    {
        using CountingNetwork network = new(HttpStatusCode.ServiceUnavailable);
        using ServiceProvider provider = Register(handler, position, network);

        Exception? exception = await Record.ExceptionAsync(() => GrantAsync(provider));

        Assert.NotNull(exception);
        Assert.Equal(handler == "without context" ? 0 : 1, network.Count);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_successful_write_is_sent_once_and_returns_its_response(string handler, string position)
    {
        using CountingNetwork network = new(HttpStatusCode.OK);
        using ServiceProvider provider = Register(handler, position, network);

        Exception? exception = await Record.ExceptionAsync(async () =>
            Assert.Equal(
                "7",
                (
                    await provider
                        .GetRequiredService<KajabiClient>()
                        .Contacts.CreateContactAsync(new ContactAttributes { Email = "a@example.com" }, siteId: "1")
                )
                    .Data
                    .Id
            )
        );

        Assert.True(exception is null || handler is "without context" or "attempt timeout", $"{exception}");
        Assert.Equal(handler == "without context" ? 0 : 1, network.Count);
    }

    [Fact]
    public async Task A_rejected_send_is_a_failed_task()
    {
        using SendGuardHandler handler = new(new KajabiClientOptions(), isDedicated: true);
        using HttpMessageInvoker network = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Post, "https://api.kajabi.com/v1/contacts");

        Task<HttpResponseMessage> send = network.SendAsync(request, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => send);
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("always")]
    [InlineData("clone without options")]
    public async Task The_first_response_is_returned_to_the_caller(string handler)
    {
        using CountingNetwork network = new(HttpStatusCode.ServiceUnavailable);
        using ServiceProvider provider = Register(handler, "defaults before", network);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => GrantAsync(provider));

        Assert.Equal(
            (KajabiErrorKind.ServerError, HttpStatusCode.ServiceUnavailable, 1),
            (exception.Kind, exception.StatusCode!.Value, exception.Attempts)
        );
        Assert.Contains("sleepy", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_is_reported_and_not_retried()
    {
        using CountingNetwork network = new(new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost."));
        using ServiceProvider provider = Register("policy", "defaults before", network);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => GrantAsync(provider));

        Assert.Equal(KajabiErrorKind.Network, exception.Kind);
        Assert.Equal(1, network.Count);
    }

    [Fact]
    public async Task Each_attempt_that_the_retry_table_allows_is_sent()
    {
        using CountingNetwork network = new(HttpStatusCode.TooManyRequests);
        using ServiceProvider provider = Register("always", "defaults before", network, attempts: 3);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => GrantAsync(provider));

        Assert.Equal((3, 3), (network.Count, exception.Attempts));
    }

    [Fact]
    public async Task A_token_request_is_sent_once()
    {
        using CountingNetwork network = new(HttpStatusCode.BadRequest);
        using ServiceProvider provider = Register(
            "always",
            "defaults before",
            network,
            configure: static options => (options.AccessToken, options.ClientId, options.ClientSecret) = (null, "id", "secret")
        );

        await Assert.ThrowsAsync<KajabiApiException>(() => GrantAsync(provider));

        Assert.Equal(1, network.Count);
    }

    [Fact]
    public async Task A_read_may_be_resent_by_a_handler_a_limited_number_of_times()
    {
        using CountingNetwork network = new(HttpStatusCode.NotFound);
        using ServiceProvider provider = Register("always", "defaults before", network);
        await Record.ExceptionAsync(() => provider.GetRequiredService<KajabiClient>().Contacts.GetContactAsync("7"));
        Assert.Equal(4, network.Count);

        using CountingNetwork busy = new(HttpStatusCode.ServiceUnavailable);
        using ServiceProvider storm = Register(
            "always",
            "defaults before",
            busy,
            attempts: 6,
            configure: static options => options.Retry.BaseDelay = TimeSpan.Zero
        );
        await Record.ExceptionAsync(() => storm.GetRequiredService<KajabiClient>().Contacts.GetContactAsync("7"));
        Assert.InRange(busy.Count, 6, 6 + 10);
    }

    [Fact]
    public async Task A_handler_may_send_another_request_before_the_write()
    {
        using CountingNetwork network = new(HttpStatusCode.OK);
        ServiceCollection services = new();
        services
            .AddKajabi(static options => options.AccessToken = "t")
            .AddHttpMessageHandler(static () => RetryingHandlers.Create("own request"))
            .ConfigurePrimaryHttpMessageHandler(() => network);
        using ServiceProvider provider = services.BuildServiceProvider();

        await GrantAsync(provider);

        Assert.Equal(2, network.Count);
    }

    [Fact]
    public async Task A_shared_handler_accepts_requests_of_another_client()
    {
        using CountingNetwork network = new(HttpStatusCode.OK);
        DelegatingHandler shared = RetryingHandlers.Create("always");
        shared.InnerHandler = network;
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "t" }, shared);
        using HttpMessageInvoker other = new(shared, disposeHandler: false);

        using HttpRequestMessage request = new(HttpMethod.Post, "https://other.example.com/");
        using HttpResponseMessage response = await other.SendAsync(request, CancellationToken.None);

        Assert.Equal(4, network.Count);
    }

    private static Task GrantAsync(IServiceProvider provider) =>
        provider.GetRequiredService<KajabiClient>().Contacts.GrantContactOffersAsync("7", ["8"], WelcomeEmail.Send);

    private static ServiceProvider Register(
        string handler,
        string position,
        HttpMessageHandler network,
        int attempts = 1,
        Action<KajabiClientOptions>? configure = null
    )
    {
        ServiceCollection services = new();
        void Defaults() => services.ConfigureHttpClientDefaults(http => RetryingHandlers.Add(http, handler));
        if (position == "defaults before")
        {
            Defaults();
        }

        IHttpClientBuilder builder = services
            .AddKajabi(options =>
            {
                (options.AccessToken, options.Retry.MaxAttempts, options.Retry.BaseDelay) = ("t", attempts, TimeSpan.Zero);
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => position == "primary" ? Inside(RetryingHandlers.Create(handler), network) : network);
        if (position == "defaults after")
        {
            Defaults();
        }

        if (position == "builder")
        {
            RetryingHandlers.Add(builder, handler);
        }

        return services.BuildServiceProvider();
    }

    private static DelegatingHandler Inside(DelegatingHandler handler, HttpMessageHandler network)
    {
        handler.InnerHandler = network;
        return handler;
    }

    private sealed class CountingNetwork : HttpMessageHandler
    {
        private readonly Func<HttpResponseMessage> _respond;
        private int _count;

        public CountingNetwork(HttpStatusCode status) =>
            _respond = () =>
                new HttpResponseMessage(status)
                {
                    Content = new StringContent(
                        status == HttpStatusCode.OK ? Contact : """{ "errors": [ { "title": "sleepy" } ] }""",
                        null,
                        TestKajabi.MediaType
                    ),
                };

        public CountingNetwork(Exception exception) => _respond = () => throw exception;

        public int Count => _count;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            await Task.Yield(); // Allows concurrent requests.
            return _respond();
        }
    }
}
