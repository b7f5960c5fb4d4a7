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

    [Theory]
    [InlineData("https://evil.example.com/v1/newsletters")]
    [InlineData("http://api.kajabi.com/v1/newsletters")]
    [InlineData("https://api.kajabi.com:8443/v1/newsletters")]
    [InlineData("https://user:secret-marker@api.kajabi.com/v1/newsletters")]
    [InlineData("//evil.example.com/v1/newsletters")]
    public async Task A_URI_of_another_origin_is_rejected_and_nothing_is_sent_there(string uri)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        List<Uri?> sent = [];
        kajabi.Network.Fallback.Respond(request =>
        {
            sent.Add(request.RequestUri);
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });
        using HttpRequestMessage request = new(HttpMethod.Get, uri);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => kajabi.Client.SendAsync<JToken>(request));

        Assert.DoesNotContain("secret-marker", exception.Message, StringComparison.Ordinal);
        Assert.All(sent, uri => Assert.Equal("api.kajabi.com", uri!.Authority));
    }

    [Fact]
    public async Task An_Authorization_header_is_rejected()
    {
        using TestKajabi kajabi = new();
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters") { Headers = { { "Authorization", "Bearer mine" } } };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.SendAsync<JToken>(request));

        Assert.Contains("Remove it", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("mine", exception.Message, StringComparison.Ordinal);
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
        using HttpRequestMessage first = new(HttpMethod.Get, "/v1/newsletters");
        using HttpRequestMessage second = new(HttpMethod.Get, "/v1/newsletters/1");

        Newsletter newsletter = await kajabi.Client.SendAsync<Newsletter>(first);
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.SendAsync<Newsletter>(second));

        Assert.Equal(("News", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), (newsletter.Name, newsletter.SentAt));
        Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        Assert.DoesNotContain("personal-marker", exception.ToString(), StringComparison.Ordinal);
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

    private sealed record Newsletter(
        [property: Newtonsoft.Json.JsonProperty("name")] string Name,
        [property: Newtonsoft.Json.JsonProperty("sent_at")] DateTimeOffset SentAt
    );
}
