using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Errors;

public sealed class UnusableSuccessTests
{
    private const string Address = "https://api.kajabi.com/v1/contacts/7";

    [Theory]
    [InlineData("text/html", "<html>Log in</html>", "text/html")]
    [InlineData("application/vnd.api+json", "", "empty")]
    [InlineData("application/vnd.api+json", "null", "found Null")]
    [InlineData("application/vnd.api+json", "{\"data\":{\"id\":\"1\",\"type\":\"contacts\"", "ends before")]
    [InlineData("application/vnd.api+json", "{\"data\":{\"id\":\"1\",\"type\":\"customers\"}}", "found 'customers'")]
    public async Task A_success_that_cannot_be_read_is_an_error_of_its_own_kind(string media, string body, string message)
    {
        KajabiApiException exception = await FailAsync(HttpStatusCode.OK, media, body);

        Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_in_a_success_win_over_its_data()
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
    public async Task An_answer_over_the_limit_is_refused()
    {
        using TestKajabi kajabi = new(options => options.MaxResponseBytes = 1000);
        kajabi.AnswerToken();
        kajabi.Network.When(Address).Respond(TestKajabi.MediaType, new string(' ', 1001));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_answered_with_204_is_told_with_that_status()
    {
        KajabiApiException exception = await FailAsync(HttpStatusCode.NoContent, TestKajabi.MediaType, string.Empty);

        Assert.Equal((KajabiErrorKind.UnexpectedResponse, HttpStatusCode.NoContent), (exception.Kind, exception.StatusCode));
    }

    [Theory]
    [InlineData("text/html", "<html>Maintenance</html>", KajabiErrorKind.UnexpectedResponse)]
    [InlineData("application/json", "{\"errors\":[{\"status\":\"422\",\"title\":\"Active subscription\"}]}", KajabiErrorKind.Validation)]
    public async Task A_deletion_that_only_looks_successful_is_an_error(string media, string body, KajabiErrorKind kind)
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        kajabi.Network.When(HttpMethod.Delete, Address).Respond(media, body);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.DeleteContactAsync("7"));

        Assert.Equal(kind, exception.Kind);
    }

    private static async Task<KajabiApiException> FailAsync(HttpStatusCode status, string media, string body)
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        kajabi.Network.When(Address).Respond(status, media, body);
        return await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));
    }
}
