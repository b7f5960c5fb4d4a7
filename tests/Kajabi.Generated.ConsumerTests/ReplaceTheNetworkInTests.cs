using System.Net;
using RichardSzalay.MockHttp;

namespace Acme;

/// <summary>MockHttp replaces the network under a real client, so that retries, errors and JSON are part of the test.</summary>
public sealed class ReplaceTheNetworkInTests
{
    [Fact]
    public async Task MockHttp_replaces_the_network()
    {
        #region mockhttp
        using MockHttpMessageHandler network = new();
        network
            .When("https://api.kajabi.com/v1/contacts/123")
            .Respond("application/vnd.api+json", """{ "data": { "id": "123", "type": "contacts", "attributes": { "name": "Ann" } } }""");
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "any" }, network);
        #endregion

        Assert.Equal("Ann", (await kajabi.Contacts.GetContactAsync("123")).Data.Attributes.Name);
    }

    [Fact]
    public async Task An_error_response_is_the_exception_of_the_service()
    {
        using MockHttpMessageHandler network = new();
        network.When("https://api.kajabi.com/v1/contacts/9").Respond(HttpStatusCode.NotFound);
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "any" }, network);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.GetContactAsync("9"));

        Assert.Equal(KajabiErrorKind.NotFound, exception.Kind);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, KajabiErrorKind.RateLimited)]
    [InlineData(HttpStatusCode.InternalServerError, KajabiErrorKind.ServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable, KajabiErrorKind.ServerError)]
    public async Task A_failure_of_the_service_is_simulated(HttpStatusCode status, KajabiErrorKind expected)
    {
        #region failures
        using MockHttpMessageHandler network = new();
        network
            .When("https://api.kajabi.com/v1/contacts/123")
            .Respond(_ => new HttpResponseMessage(status) { Headers = { RetryAfter = new(TimeSpan.FromSeconds(7)) } });
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "any", Retry = { MaxAttempts = 1 } }, network);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.GetContactAsync("123"));
        #endregion

        Assert.Equal(
            (expected, status, TimeSpan.FromSeconds(7), 1),
            (exception.Kind, exception.StatusCode, exception.RetryAfter, exception.Attempts)
        );
    }
}
