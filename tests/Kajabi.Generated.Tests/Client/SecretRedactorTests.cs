using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

/// <summary>Logs and exceptions contain no credentials, tokens or query values.</summary>
public sealed class SecretRedactorTests
{
    private const string SearchText = "ada@example.org";

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Trace_logs_contain_no_secret(HttpStatusCode status)
    {
        using TraceLog log = new();
        using MockHttpMessageHandler network = new();
        network
            .When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond("application/json", $$"""{ "access_token": "{{TestKajabi.Token}}", "expires_in": 60 }""");
        network.When("*").Respond(status, TestKajabi.MediaType, """{ "data": [] }""");
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services
            .AddKajabi(options =>
                (options.ClientId, options.ClientSecret, options.Retry.BaseDelay) = (
                    TestKajabi.ClientId,
                    TestKajabi.ClientSecret,
                    TimeSpan.Zero
                )
            )
            .ConfigurePrimaryHttpMessageHandler(() => network);
        using ServiceProvider provider = services.BuildServiceProvider();

        Exception? exception = await Record.ExceptionAsync(() =>
            provider.GetRequiredService<KajabiClient>().Contacts.ListContactsAsync(new ListContactsQuery { Search = SearchText })
        );

        Assert.Equal(status != HttpStatusCode.OK, exception is KajabiApiException);
        Assert.Contains(log.Lines, static line => line.Contains("GET /v1/contacts returned", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, static line => line.Contains("filter", StringComparison.Ordinal));
        AssertClean(string.Join('\n', log.Lines) + exception);
    }

    [Theory]
    [InlineData("text/html", "<pre>Authorization: Bearer {0} client_secret={1}</pre>")]
    [InlineData("application/json", "{{\"errors\":[{{\"title\":\"Bearer {0}\",\"detail\":\"{1}\"}}]}}")]
    [InlineData("application/json", "{{\"error\":\"{1}\",\"error_description\":\"{0}\"}}")]
    public async Task Secrets_echoed_by_the_server_are_not_in_the_exception(string media, string body)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        string echo = string.Format(System.Globalization.CultureInfo.InvariantCulture, body, TestKajabi.Token, TestKajabi.ClientSecret);
        kajabi.Network.When("https://api.kajabi.com/v1/contacts/7").Respond(HttpStatusCode.InternalServerError, media, echo);
        kajabi.Network.When("https://api.kajabi.com/v1/contacts/8").Respond(media, echo);

        AssertClean(await FailAsync(() => kajabi.Client.Contacts.GetContactAsync("7")));
        AssertClean(await FailAsync(() => kajabi.Client.Contacts.GetContactAsync("8")));
    }

    [Fact]
    public async Task A_secret_at_the_end_of_the_excerpt_is_masked_completely()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts/7")
            .Respond(HttpStatusCode.InternalServerError, "text/plain", new string('x', 1020) + TestKajabi.Token);

        string? excerpt = ((KajabiApiException)await FailAsync(() => kajabi.Client.Contacts.GetContactAsync("7"))).BodyExcerpt;

        Assert.Equal(new string('x', 1020) + "***", excerpt);
    }

    [Theory]
    [InlineData("secret+marker/1=")]
    [InlineData("sécret marker")]
    public async Task A_secret_is_masked_in_every_encoding_in_which_it_is_sent(string secret)
    {
        using TestKajabi kajabi = new(options => (options.ClientSecret, options.RefreshToken) = (secret, "refresh+" + secret));
        kajabi.RespondWithToken();
        string[] forms =
        [
            .. new[] { secret, "refresh+" + secret }.SelectMany(static text =>
                (string[])
                    [
                        text,
                        Uri.EscapeDataString(text),
                        WebUtility.UrlEncode(text),
                        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)),
                    ]
            ),
        ];
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts/7")
            .Respond(HttpStatusCode.InternalServerError, "text/plain", string.Join('|', forms));

        string excerpt = ((KajabiApiException)await FailAsync(() => kajabi.Client.Contacts.GetContactAsync("7"))).BodyExcerpt!;

        Assert.All(forms, form => Assert.DoesNotContain(form.TrimEnd('='), excerpt, StringComparison.Ordinal));
        Assert.Equal(forms.Length, excerpt.Split("***").Length - 1);
    }

    [Theory]
    [InlineData("secret+marker/<1>", @"secret+marker/\u003c1\u003e")]
    [InlineData("secret+marker/<1>", @"secret\u002Bmarker\/\u003C1\u003E")]
    [InlineData("sécret \"marker\\", @"sécret \""marker\\")]
    [InlineData("sécret \"marker\\", @"s\u00e9cret \u0022marker\u005C")]
    public async Task A_secret_is_masked_in_every_JSON_escaping(string secret, string escaped)
    {
        using TestKajabi kajabi = new(options => options.ClientSecret = secret);
        kajabi.RespondWithToken();
        string body = $$"""{ "errors": [{ "title": "{{new string('x', 980)}} {{escaped}}" }] }""";
        kajabi.Network.When("https://api.kajabi.com/v1/contacts/7").Respond(HttpStatusCode.InternalServerError, TestKajabi.MediaType, body);

        string excerpt = ((KajabiApiException)await FailAsync(() => kajabi.Client.Contacts.GetContactAsync("7"))).BodyExcerpt!;

        Assert.Equal(body.Replace(escaped, "***", StringComparison.Ordinal), excerpt);
    }

    [Fact]
    public async Task Secrets_in_the_form_of_a_request_are_masked_in_the_exception()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/oauth/revoke")
            .Respond(HttpStatusCode.InternalServerError, "text/plain", "another-token+1 another-token%2B1");
        using TestKajabi signingIn = new();
        signingIn
            .Network.When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond(HttpStatusCode.Unauthorized, "application/json", """{ "error": "pass word 1 of another-secret" }""");

        KajabiApiException revoked = (KajabiApiException)
            await FailAsync(() =>
                kajabi.Client.Authentication.RevokeAccessTokenAsync(new RevokeTokenRequest { Token = "another-token+1" })
            );
        KajabiApiException rejected = (KajabiApiException)
            await FailAsync(() =>
                signingIn.Client.Authentication.CreateAccessTokenAsync(
                    new AccessTokenRequest
                    {
                        Username = "ada",
                        Password = "pass word 1",
                        ClientSecret = "another-secret",
                    }
                )
            );

        Assert.Equal("*** ***", revoked.BodyExcerpt);
        Assert.Equal("*** of ***", rejected.Errors[0].Title);
        Assert.DoesNotContain("another-secret", rejected.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_of_a_raw_request_is_masked_in_the_exception()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/newsletters")
            .Respond(
                HttpStatusCode.BadRequest,
                "application/json",
                """{ "errors": [{ "title": "gateway-key-7 is no key for application/json" }] }"""
            );
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters");
        request.Headers.Add("X-Gateway-Key", "gateway-key-7");
        request.Headers.Add("Accept", "application/json");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.SendAsync<Newtonsoft.Json.Linq.JToken>(request)
        );

        Assert.DoesNotContain("gateway-key-7", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("*** is no key for application/json", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_response_of_the_token_endpoint_is_not_in_the_exception()
    {
        using TestKajabi kajabi = new();
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond("text/plain", $"access_token={TestKajabi.Token}");

        KajabiApiException exception = (KajabiApiException)await FailAsync(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Null(exception.BodyExcerpt);
        AssertClean(exception);
    }

    [Fact]
    public void The_text_of_an_access_token_does_not_contain_its_value() =>
        Assert.Equal("access token", new AccessToken(TestKajabi.Token, null).ToString());

    private static async Task<Exception> FailAsync(Func<Task> call) => await Assert.ThrowsAsync<KajabiApiException>(call);

    private static void AssertClean(Exception exception)
    {
        KajabiApiException apiException = (KajabiApiException)exception;
        AssertClean($"{apiException} {apiException.BodyExcerpt} {string.Join(' ', apiException.Errors)}");
    }

    private static void AssertClean(string text)
    {
        Assert.DoesNotContain(TestKajabi.Token, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(TestKajabi.ClientSecret, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ada", text, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class TraceLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue(state.ToString() ?? string.Empty);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : string.Empty;
            _lines.Enqueue($"{formatter(state, exception)} {values} {exception}");
        }

        public void Dispose() { }
    }
}
