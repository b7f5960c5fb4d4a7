using System.Net;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

/// <summary>The access token of requests to endpoints without a generated operation.</summary>
public sealed class RawRequestTokenTests
{
    private const string Address = "https://api.kajabi.com/v1/newsletters";

    [Theory]
    [InlineData("https://evil.example.com/v1/newsletters")]
    [InlineData("http://api.kajabi.com/v1/newsletters")]
    [InlineData("https://api.kajabi.com:8443/v1/newsletters")]
    [InlineData("https://user:secret-marker@api.kajabi.com/v1/newsletters")]
    [InlineData("//evil.example.com/v1/newsletters")]
    public async Task A_URI_of_another_origin_is_rejected_and_nothing_is_sent(string uri)
    {
        using TestKajabi kajabi = new();
        MockedRequest anyRequest = kajabi.Network.When("*");
        using HttpRequestMessage request = new(HttpMethod.Get, uri);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.SendAsync<JToken>(request));

        Assert.Contains("another origin", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-marker", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, kajabi.Network.GetMatchCount(anyRequest));
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
    public async Task A_request_never_contains_the_access_token_and_can_be_sent_again()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond("application/json", "{}");
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters");

        await kajabi.Client.SendAsync<JObject>(request);
        await kajabi.Client.SendAsync<JObject>(request);

        Assert.Empty(request.Headers);
        Assert.Equal("/v1/newsletters", request.RequestUri!.OriginalString);
    }

    [Fact]
    public async Task A_Host_header_that_would_carry_the_token_to_another_site_is_rejected()
    {
        using TestKajabi kajabi = new();
        MockedRequest anyRequest = kajabi.Network.When("*");
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters") { Headers = { Host = "evil.example.com" } };

        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.SendAsync<JObject>(request));

        Assert.Equal(0, kajabi.Network.GetMatchCount(anyRequest));
    }

    [Fact]
    public async Task A_token_request_by_hand_is_sent_without_an_access_token()
    {
        using TestKajabi kajabi = new();
        List<string?> sent = [];
        kajabi
            .Network.When(TestKajabi.TokenAddress)
            .Respond(request =>
            {
                sent.Add(request.Headers.Authorization?.ToString());
                return new HttpResponseMessage { Content = new StringContent("""{ "access_token": "t" }""", null, "application/json") };
            });
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };

        Assert.Equal("t", (string?)(await kajabi.Client.SendAsync<JObject>(request))["access_token"]);
        Assert.Equal([null], sent);
    }
}
