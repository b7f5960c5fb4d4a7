using System.Net;
using System.Net.Http.Headers;

namespace Kajabi.Tests.Resilience;

/// <summary>Which row of the retry table applies to a response or exception, at the limits of each range.</summary>
public sealed class AttemptOutcomeTests
{
    [Theory]
    [InlineData(199, nameof(AttemptOutcome.UnexpectedResponse))]
    [InlineData(200, nameof(AttemptOutcome.Success))]
    [InlineData(299, nameof(AttemptOutcome.Success))]
    [InlineData(300, nameof(AttemptOutcome.UnexpectedResponse))]
    [InlineData(399, nameof(AttemptOutcome.UnexpectedResponse))]
    [InlineData(400, nameof(AttemptOutcome.Rejected))]
    [InlineData(401, nameof(AttemptOutcome.Unauthorized))]
    [InlineData(408, nameof(AttemptOutcome.TransientServerError))]
    [InlineData(429, nameof(AttemptOutcome.TooManyRequests))]
    [InlineData(499, nameof(AttemptOutcome.Rejected))]
    [InlineData(500, nameof(AttemptOutcome.TransientServerError))]
    [InlineData(501, nameof(AttemptOutcome.OtherServerError))]
    [InlineData(502, nameof(AttemptOutcome.TransientServerError))]
    [InlineData(503, nameof(AttemptOutcome.TransientServerError))]
    [InlineData(504, nameof(AttemptOutcome.TransientServerError))]
    [InlineData(519, nameof(AttemptOutcome.OtherServerError))]
    [InlineData(520, nameof(AttemptOutcome.TransientServerError))]
    [InlineData(530, nameof(AttemptOutcome.TransientServerError))]
    [InlineData(531, nameof(AttemptOutcome.OtherServerError))]
    [InlineData(599, nameof(AttemptOutcome.OtherServerError))]
    [InlineData(600, nameof(AttemptOutcome.UnexpectedResponse))]
    public void A_status_code_has_an_outcome(int status, string outcome)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status);

        Assert.Equal(outcome, $"{AttemptOutcomeClassifier.Classify(response)}");
    }

    [Theory]
    [InlineData(503, nameof(AttemptOutcome.ServiceUnavailable))]
    [InlineData(500, nameof(AttemptOutcome.TransientServerError))]
    public void Retry_After_makes_a_difference_for_a_503_only(int status, string outcome)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1));

        Assert.Equal(outcome, $"{AttemptOutcomeClassifier.Classify(response)}");
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, nameof(AttemptOutcome.NotSent))]
    [InlineData(HttpRequestError.ConnectionError, nameof(AttemptOutcome.NotSent))]
    [InlineData(HttpRequestError.SecureConnectionError, nameof(AttemptOutcome.NotSent))]
    [InlineData(HttpRequestError.ProxyTunnelError, nameof(AttemptOutcome.NotSent))]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, nameof(AttemptOutcome.UnexpectedResponse))]
    [InlineData(HttpRequestError.UserAuthenticationError, nameof(AttemptOutcome.UnexpectedResponse))]
    [InlineData(HttpRequestError.VersionNegotiationError, nameof(AttemptOutcome.UnexpectedResponse))]
    [InlineData(HttpRequestError.ResponseEnded, nameof(AttemptOutcome.ConnectionLost))]
    [InlineData(HttpRequestError.Unknown, nameof(AttemptOutcome.ConnectionLost))]
    public void A_failure_of_the_connection_has_an_outcome(HttpRequestError error, string outcome) =>
        Assert.Equal(outcome, $"{AttemptOutcomeClassifier.Classify(new HttpRequestException(error, "failed"))}");

    [Fact]
    public void Any_other_exception_is_a_cancellation() =>
        Assert.Equal(AttemptOutcome.Canceled, AttemptOutcomeClassifier.Classify(new OperationCanceledException()));
}
