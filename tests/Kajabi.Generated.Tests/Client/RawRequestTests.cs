using System.Net;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

/// <summary>Requests to endpoints without a generated operation.</summary>
public sealed class RawRequestTests
{
    private const string Address = "https://api.kajabi.com/v1/newsletters";

    [Fact]
    public async Task A_relative_URI_is_sent_to_the_base_address_with_the_access_token()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(HttpMethod.Get, Address)
            .WithHeaders("Authorization", $"Bearer {TestKajabi.Token}")
            .WithHeaders("Accept", TestKajabi.MediaType)
            .Respond("application/json", """{ "data": [1, 2] }""");
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters");

        JToken json = await kajabi.Client.SendAsync<JToken>(request);

        Assert.Equal([1, 2], json["data"]!.Values<int>());
    }

    [Fact]
    public async Task The_path_of_the_base_address_is_kept()
    {
        using TestKajabi kajabi = new(static options => options.BaseAddress = new Uri("https://gateway.example.com/kajabi/"));
        kajabi.Network.When("https://gateway.example.com/kajabi/v1/oauth/token").Respond("application/json", """{ "access_token": "t" }""");
        kajabi.Network.When("https://gateway.example.com/kajabi/v1/newsletters").Respond("application/json", "[]");
        using HttpRequestMessage request = new(HttpMethod.Get, "v1/newsletters");

        Assert.Empty(await kajabi.Client.SendAsync<JArray>(request));
    }

    [Fact]
    public async Task An_error_response_is_the_same_exception_without_ids_in_its_path()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When($"{Address}/2148/readers/ann%40example.com").Respond(HttpStatusCode.NotFound);
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters/2148/readers/ann%40example.com");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<JToken>(request));

        Assert.Equal((KajabiErrorKind.NotFound, "/v1/newsletters/{id}/readers/{id}"), (exception.Kind, exception.PathTemplate));
        Assert.DoesNotContain("2148", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_sent_again_with_a_new_token_after_a_401()
    {
        using TestKajabi kajabi = new();
        int tokens = 0;
        kajabi
            .Network.When(TestKajabi.TokenAddress)
            .Respond(_ => new HttpResponseMessage
            {
                Content = new StringContent($$"""{ "access_token": "token-{{++tokens}}", "expires_in": 7200 }"""),
            });
        List<string> bodies = [];
        kajabi
            .Network.When(HttpMethod.Post, Address)
            .Respond(async request =>
            {
                bodies.Add(await request.Content!.ReadAsStringAsync());
                return bodies.Count == 1
                    ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
                    : new HttpResponseMessage(HttpStatusCode.NoContent);
            });
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/newsletters") { Content = new StringContent("""{ "name": "x" }""") };

        KajabiResponse response = await kajabi.Client.SendAsync<KajabiResponse>(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["""{ "name": "x" }""", """{ "name": "x" }"""], bodies);
    }

    [Fact]
    public async Task The_response_can_be_a_class_of_the_application_and_its_values_stay_out_of_errors()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond("application/json", """{ "name": "News", "sent_at": "2026-01-02T03:04:05Z", "more": 1 }""");
        kajabi.Network.When($"{Address}/1").Respond("application/json", """{ "sent_at": "personal-marker" }""");
        kajabi.Network.When($"{Address}/2").Respond("application/json", """{ "icon": "personal-marker" }""");
        using HttpRequestMessage first = new(HttpMethod.Get, "/v1/newsletters");
        using HttpRequestMessage second = new(HttpMethod.Get, "/v1/newsletters/1");
        using HttpRequestMessage third = new(HttpMethod.Get, "/v1/newsletters/2");

        Newsletter newsletter = await kajabi.Client.SendAsync<Newsletter>(first);
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<Newsletter>(second));
        KajabiApiException other = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<Newsletter>(third));

        Assert.Equal(("News", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), (newsletter.Name, newsletter.SentAt));
        Assert.All(
            [exception, other],
            static error =>
            {
                Assert.Equal(KajabiErrorKind.UnexpectedResponse, error.Kind);
                Assert.DoesNotContain("personal-marker", error.ToString(), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task An_unexpected_response_is_the_exception_of_an_operation()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When($"{Address}/html").Respond("text/html", "<html>");
        kajabi.Network.When($"{Address}/array").Respond("application/json", "[]");
        foreach (string path in (string[])["html", "array"])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, $"/v1/newsletters/{path}");

            KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<JObject>(request));

            Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        }
    }

    [Fact]
    public async Task The_options_of_the_client_apply()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).WithHeaders("X-Trace", "1").Respond("application/json", "{}");
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters");

        Assert.Empty(await kajabi.Client.WithOptions(new() { Headers = { ["X-Trace"] = "1" } }).SendAsync<JObject>(request));
    }

    [Fact]
    public async Task A_canceled_request_throws_and_a_request_without_a_URI_is_rejected()
    {
        using TestKajabi kajabi = new();
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters");
        using HttpRequestMessage empty = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            kajabi.Client.SendAsync<JToken>(request, new CancellationToken(canceled: true))
        );
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.SendAsync<JToken>(empty));
    }

    [Theory]
    [InlineData("/v1/contacts?filter[site_id]=2", "2")]
    [InlineData("/v1/contacts?filter%5Bsite_id%5D=2", "2")]
    [InlineData("/v1/contacts", "1")]
    [InlineData("/v1/contacts/", "1")]
    [InlineData("/v1/contacts?all_sites=true", null)]
    public async Task The_default_site_never_replaces_the_site_of_the_request(string uri, string? site)
    {
        using TestKajabi kajabi = new(static options => options.DefaultSiteId = "1");
        kajabi.RespondWithToken();
        string query = "";
        kajabi
            .Network.When(HttpMethod.Get, "https://api.kajabi.com/v1/contacts*")
            .Respond(request =>
            {
                query = Uri.UnescapeDataString(request.RequestUri!.Query);
                return new HttpResponseMessage { Content = new StringContent("{}", null, "application/json") };
            });
        using HttpRequestMessage request = new(HttpMethod.Get, uri);

        await kajabi.Client.SendAsync<JObject>(request);

        Assert.Equal(site is null ? "" : $"?filter[site_id]={site}", query);
    }

    [Fact]
    public async Task An_empty_body_or_null_is_an_unexpected_response_unless_the_type_is_JSON()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When($"{Address}/empty").Respond(HttpStatusCode.NoContent);
        kajabi.Network.When($"{Address}/null").Respond("application/json", "null");

        Assert.Equal(KajabiErrorKind.UnexpectedResponse, (await Fails<JToken>("empty")).Kind);
        Assert.Equal(KajabiErrorKind.UnexpectedResponse, (await Fails<Newsletter>("empty")).Kind);
        Assert.Equal(KajabiErrorKind.UnexpectedResponse, (await Fails<Newsletter>("null")).Kind);
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters/null");
        Assert.Equal(JTokenType.Null, (await kajabi.Client.SendAsync<JToken>(request)).Type);

        async Task<KajabiApiException> Fails<T>(string path)
            where T : class
        {
            using HttpRequestMessage failing = new(HttpMethod.Get, $"/v1/newsletters/{path}");
            return await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<T>(failing));
        }
    }

    [Fact]
    public async Task A_successful_response_with_errors_fails_for_every_type()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond("application/json", """{ "errors": [{ "detail": "No." }] }""");

        await Fails<ContactDocument>();
        await Fails<KajabiResponse>();
        await Fails<JObject>();
        await Fails<Newsletter>();

        async Task Fails<T>()
            where T : class
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters");
            Assert.Single((await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<T>(request))).Errors);
        }
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_again()
    {
        using TestKajabi kajabi = new(static options => options.Retry.MaxAttempts = 2);
        kajabi.RespondWithToken();
        List<string> bodies = [];
        kajabi
            .Network.When(HttpMethod.Post, Address)
            .Respond(async request =>
            {
                bodies.Add(await request.Content!.ReadAsStringAsync());
                return new HttpResponseMessage(bodies.Count == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
            });
        System.IO.Pipelines.Pipe pipe = new();
        await pipe.Writer.WriteAsync("body"u8.ToArray());
        await pipe.Writer.CompleteAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/newsletters") { Content = new StreamContent(pipe.Reader.AsStream()) };

        Task<KajabiResponse> sending = kajabi.Client.SendAsync<KajabiResponse>(request);
        await kajabi.Time.AdvanceUntilCompletedAsync(sending, shorterThan: TimeSpan.FromSeconds(5));
        await sending;
        Assert.Equal(["body", "body"], bodies);
    }

    [Fact]
    public async Task A_response_type_that_cannot_be_read_is_rejected_before_anything_is_sent()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.RespondWithToken();
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/newsletters");

        await Assert.ThrowsAsync<NotSupportedException>(() => kajabi.Client.SendAsync<Document>(request));
        await Assert.ThrowsAsync<NotSupportedException>(() => kajabi.Client.SendAsync<System.Text.Json.Nodes.JsonNode>(request));
        await Assert.ThrowsAsync<NotSupportedException>(() => kajabi.Client.SendAsync<System.Text.Json.JsonDocument>(request));
        await Assert.ThrowsAsync<NotSupportedException>(() => kajabi.Client.SendAsync<string>(request));
        await Assert.ThrowsAsync<NotSupportedException>(() => kajabi.Client.SendAsync<HttpResponseMessage>(request));
        await Assert.ThrowsAsync<NotSupportedException>(() => kajabi.Client.SendAsync<DerivedObject>(request));

        Assert.Equal(0, kajabi.Network.GetMatchCount(token));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_an_exception_of_the_SDK()
    {
        using TestKajabi kajabi = new();
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/newsletters") { Content = new StreamContent(new FailingStream()) };

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<JToken>(request));

        Assert.Equal((KajabiErrorKind.Network, 0, false), (exception.Kind, exception.Attempts, exception.MayHaveBeenProcessed));
    }

    private sealed class FailingStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The disk failed.");
    }

    private sealed record Newsletter(
        [property: Newtonsoft.Json.JsonProperty("name")] string Name,
        [property: Newtonsoft.Json.JsonProperty("sent_at")] DateTimeOffset SentAt,
        [property: Newtonsoft.Json.JsonProperty("icon")] byte[]? Icon
    );

    private sealed class DerivedObject : JsonApiObject;
}
