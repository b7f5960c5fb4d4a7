using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Errors;

public sealed class UnexpectedResponseTests
{
    private const string Address = "https://api.kajabi.com/v1/contacts/7";

    [Theory]
    [InlineData("text/html", "<html>Log in</html>", "text/html")]
    [InlineData("application/vnd.api+json", "", "empty")]
    [InlineData("application/vnd.api+json", "null", "found Null")]
    [InlineData("application/vnd.api+json", "{\"data\":{\"id\":\"1\",\"type\":\"contacts\"", "ends before")]
    [InlineData("application/vnd.api+json", "{\"data\":{\"id\":\"1\",\"type\":\"customers\"}}", "found 'customers'")]
    public async Task An_unreadable_success_response_is_an_unexpected_response(string media, string body, string message)
    {
        KajabiApiException exception = await FailAsync(HttpStatusCode.OK, media, body);

        Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_in_a_success_response_take_precedence_over_its_data()
    {
        KajabiApiException exception = await FailAsync(
            HttpStatusCode.OK,
            TestKajabi.MediaType,
            """
            { "data": { "id": "7", "type": "contacts" }, "errors": [{ "status": "403", "title": "Forbidden" }] }
            """
        );

        Assert.Equal(KajabiErrorKind.Forbidden, exception.Kind);
        Assert.Equal("Forbidden", exception.Errors.Single().Title);
    }

    [Fact]
    public async Task A_response_over_the_size_limit_is_rejected()
    {
        using TestKajabi kajabi = new(options => options.MaxResponseBytes = 1000);
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond(TestKajabi.MediaType, new string(' ', 1001));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_204_response_to_a_read_is_an_unexpected_response()
    {
        KajabiApiException exception = await FailAsync(HttpStatusCode.NoContent, TestKajabi.MediaType, string.Empty);

        Assert.Equal((KajabiErrorKind.UnexpectedResponse, HttpStatusCode.NoContent), (exception.Kind, exception.StatusCode));
    }

    [Theory]
    [InlineData("text/html", "<html>Maintenance</html>", KajabiErrorKind.UnexpectedResponse)]
    [InlineData("application/json", "{\"errors\":[{\"status\":\"422\",\"title\":\"Active subscription\"}]}", KajabiErrorKind.Validation)]
    public async Task A_success_response_with_an_unexpected_body_fails_the_deletion(string media, string body, KajabiErrorKind kind)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(HttpMethod.Delete, Address).Respond(media, body);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.DeleteContactAsync("7"));

        Assert.Equal(kind, exception.Kind);
    }

    private static async Task<KajabiApiException> FailAsync(HttpStatusCode status, string media, string body)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond(status, media, body);
        return await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));
    }
}
