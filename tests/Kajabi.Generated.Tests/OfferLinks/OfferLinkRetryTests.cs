using System.Net;
using static Kajabi.Tests.OfferLinks.OfferLinkServer;

namespace Kajabi.Tests.OfferLinks;

/// <summary>A request is retried, because the response to a duplicate is recognized.</summary>
public sealed class OfferLinkRetryTests
{
    private const string AlreadyGranted = """{"error":"has already been granted to this member"}""";
    private const string NotGranted = """{"error":"Offer grant not found for offer on member"}""";

    [Theory]
    [InlineData(true, AlreadyGranted, OfferLinkStatus.AlreadyGranted)]
    [InlineData(false, NotGranted, OfferLinkStatus.NotGranted)]
    public async Task After_a_lost_response_the_result_may_be_that_of_the_first_attempt(bool isGrant, string body, OfferLinkStatus expected)
    {
        using OfferLinkServer server = new(
            Failure(HttpRequestError.ResponseEnded),
            Response(HttpStatusCode.BadGateway, string.Empty),
            Response(HttpStatusCode.UnprocessableEntity, body)
        );

        OfferLinkResult result = await server.CallAsync(isGrant);

        Assert.Equal((expected, true), (result.Status, result.MayBeFromEarlierAttempt));
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Distinct());
    }

    [Fact]
    public async Task After_an_attempt_that_was_not_processed_the_member_had_the_offer_before()
    {
        using OfferLinkServer server = new(
            Failure(HttpRequestError.ConnectionError),
            Response(HttpStatusCode.TooManyRequests, string.Empty),
            Response(HttpStatusCode.UnprocessableEntity, AlreadyGranted)
        );

        OfferLinkResult result = await server.CallAsync(isGrant: true);

        Assert.Equal((OfferLinkStatus.AlreadyGranted, false), (result.Status, result.MayBeFromEarlierAttempt));
    }

    [Theory]
    [InlineData(true, """{"status":"success"}""", 200, OfferLinkStatus.Granted)]
    [InlineData(true, """{"email":"is invalid"}""", 422, OfferLinkStatus.Invalid)]
    public async Task Other_results_are_those_of_the_last_attempt(bool isGrant, string body, int status, OfferLinkStatus expected)
    {
        using OfferLinkServer server = new(Failure(HttpRequestError.ResponseEnded), Response((HttpStatusCode)status, body));

        OfferLinkResult result = await server.CallAsync(isGrant);

        Assert.Equal((expected, false), (result.Status, result.MayBeFromEarlierAttempt));
    }

    [Fact]
    public async Task A_call_that_gets_no_response_fails_with_a_typed_exception()
    {
        using OfferLinkServer server = new(Failure(HttpRequestError.ResponseEnded));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: true));

        Assert.Equal((KajabiErrorKind.Network, true, 4), (exception.Kind, exception.MayHaveBeenProcessed, exception.Attempts));
        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
    }
}
