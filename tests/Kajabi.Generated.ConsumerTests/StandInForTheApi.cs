using System.Net;

namespace Acme;

/// <summary>Code that works with an area can be tested without a server: failures and answers can be made by hand.</summary>
public sealed class StandInForTheApi
{
    [Fact]
    public void A_failure_and_an_answer_can_be_made_by_hand()
    {
        KajabiApiException taken = new(KajabiErrorKind.Validation, "The address is taken.")
        {
            StatusCode = HttpStatusCode.UnprocessableEntity,
            Errors = [new("422", "Invalid", "has already been taken", "/data/attributes/email") { PropertyName = "Email" }],
        };
        using HttpResponseMessage message = new(HttpStatusCode.NoContent);
        message.Headers.Add("x-request-id", "req-1");

        KajabiResponse response = new(message);

        Assert.Equal("Email", taken.Errors[0].PropertyName);
        Assert.Equal((HttpStatusCode.NoContent, "req-1"), (response.StatusCode, response.RequestId));
    }
}
