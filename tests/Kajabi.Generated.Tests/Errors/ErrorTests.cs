using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Errors;

public sealed class ErrorTests
{
    private const string Address = "https://api.kajabi.com/v1/contacts/7";

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, KajabiErrorKind.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden, KajabiErrorKind.Forbidden)]
    [InlineData(HttpStatusCode.NotFound, KajabiErrorKind.NotFound)]
    [InlineData(HttpStatusCode.UnprocessableEntity, KajabiErrorKind.Validation)]
    [InlineData(HttpStatusCode.TooManyRequests, KajabiErrorKind.RateLimited)]
    [InlineData(HttpStatusCode.BadGateway, KajabiErrorKind.ServerError)]
    [InlineData(HttpStatusCode.Found, KajabiErrorKind.UnexpectedResponse)]
    [InlineData(HttpStatusCode.PaymentRequired, KajabiErrorKind.Forbidden)]
    [InlineData(HttpStatusCode.Gone, KajabiErrorKind.NotFound)]
    [InlineData(HttpStatusCode.RequestTimeout, KajabiErrorKind.Timeout)]
    [InlineData((HttpStatusCode)599, KajabiErrorKind.ServerError)]
    public async Task A_status_code_is_mapped_to_an_error_kind(HttpStatusCode status, KajabiErrorKind kind)
    {
        KajabiApiException exception = await FailAsync(status, TestKajabi.MediaType, """{ "errors": [] }""");

        Assert.Equal(
            (kind, status, "GET", "/v1/contacts/{id}"),
            (exception.Kind, exception.StatusCode, exception.Method, exception.PathTemplate)
        );
    }

    [Fact]
    public async Task Every_error_of_the_response_is_listed()
    {
        KajabiApiException exception = await FailAsync(
            HttpStatusCode.UnprocessableEntity,
            TestKajabi.MediaType,
            """
            { "errors": [
                { "status": "422", "source": { "pointer": "/data/attributes/email" }, "title": "Invalid",
                  "detail": "has already been taken" },
                { "status": "422", "detail": null },
                { "title": "Third" } ] }
            """
        );

        Assert.Equal(3, exception.Errors.Count);
        Assert.Equal(new ApiError("422", "Invalid", "has already been taken", "/data/attributes/email"), exception.Errors[0]);
        Assert.Contains("has already been taken (/data/attributes/email)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It is taken", "400 BadRequest: It is taken. Correct")]
    [InlineData("It is taken.", "400 BadRequest: It is taken. Correct")]
    [InlineData("Did you mean name?", "400 BadRequest: Did you mean name? Correct")]
    [InlineData("Stop!", "400 BadRequest: Stop! Correct")]
    [InlineData(" ", "400 BadRequest. Correct")]
    public async Task The_text_of_an_error_ends_as_a_sentence(string detail, string expected)
    {
        string body = $$"""{ "errors": [ { "detail": "{{detail}}" } ] }""";

        Assert.Contains(
            expected,
            (await FailAsync(HttpStatusCode.BadRequest, TestKajabi.MediaType, body)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/data/attributes/phone_number", "PhoneNumber")]
    [InlineData("/data/attributes/phone_number/0", "PhoneNumber")]
    [InlineData("/data/relationships/site/data", "Site")]
    [InlineData("/data/id", "Id")]
    [InlineData("/data/attributes/custom_17", null)]
    [InlineData("/data/attributes", null)]
    [InlineData("attributes/phone_number", null)]
    [InlineData("", null)]
    public async Task A_JSON_pointer_is_mapped_to_its_property(string jsonPointer, string? property)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(HttpMethod.Patch, Address)
            .Respond(
                HttpStatusCode.UnprocessableEntity,
                TestKajabi.MediaType,
                $$"""{ "errors": [{ "source": { "pointer": "{{jsonPointer}}", "parameter": "p" }, "code": "c" }] }"""
            );

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.Contacts.UpdateContactAsync("7", new ContactAttributes { PhoneNumber = "1" })
        );

        Assert.Equal(
            (jsonPointer, property, "p", "c"),
            (exception.Errors[0].Pointer, exception.Errors[0].PropertyName, exception.Errors[0].Parameter, exception.Errors[0].Code)
        );
    }

    [Theory]
    [InlineData("""{"error":"invalid_client","error_description":"Unknown."}""", "invalid_client", "Unknown.", null)]
    [InlineData("""{"error":{"message":"No.","code":"c1"}}""", "c1", "No.", null)]
    [InlineData("""{"message":"No."}""", null, "No.", null)]
    [InlineData("""{"errors":{"email":["taken","invalid"]}}""", null, "taken", "/data/attributes/email")]
    [InlineData("""{"errors":{"base":"No."}}""", null, "No.", "/data")]
    [InlineData("""{"errors":{"title":"No."}}""", null, "No.", "/data/attributes/title")]
    public async Task Errors_in_other_formats_are_parsed(string body, string? title, string? detail, string? jsonPointer)
    {
        KajabiApiException exception = await FailAsync(HttpStatusCode.BadRequest, "application/json", body);

        Assert.Equal((title, detail, jsonPointer), (exception.Errors[0].Title, exception.Errors[0].Detail, exception.Errors[0].Pointer));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"errors":[{"meta":{"email":"ada@example.org"}}],"data":"ada@example.org"}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"error":{"record":{"email":"ada@example.org"}}}""")]
    [InlineData(HttpStatusCode.OK, """{"data":{"id":"7","type":"contacts","attributes":{"email":ada@example.org}}}""")]
    [InlineData(HttpStatusCode.OK, """{"data":{"id":"7","type":"contacts","attributes":{"phone_number":555-0100-ada@example.org""")]
    [InlineData(HttpStatusCode.OK, """["ada@example.org"]""")]
    public async Task Personal_data_of_the_response_is_only_in_the_excerpt(HttpStatusCode status, string body)
    {
        KajabiApiException exception = await FailAsync(status, TestKajabi.MediaType, body);

        Assert.Contains("ada@example.org", exception.BodyExcerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_403_names_the_permission_that_is_likely_missing() =>
        Assert.Contains(
            "permission for contacts",
            (await FailAsync(HttpStatusCode.Forbidden, "text/plain", string.Empty)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("text/html", "<html>Bad gateway</html>", 0)]
    [InlineData("application/json", "{\"error\":\"nope\"}", 1)]
    [InlineData("application/json", "{\"errors\":\"boom\"}", 1)]
    [InlineData("application/json", "{\"errors\":{\"email\":[\"taken\"]}}", 1)]
    [InlineData("application/json", "{\"errors\":[\"boom\"]}", 1)]
    [InlineData("application/json", "{\"errors\":[{", 0)]
    [InlineData("application/json", "[]", 0)]
    [InlineData("application/json", "{\"errors\":[null, 5, {\"source\":\"x\",\"status\":{}}]}", 3)]
    [InlineData("text/plain", "Retry later", 0)]
    public async Task An_unexpected_body_never_breaks_the_exception(string media, string body, int errors)
    {
        KajabiApiException exception = await FailAsync(HttpStatusCode.BadRequest, media, body);

        Assert.Equal(errors, exception.Errors.Count);
        Assert.Equal(body, exception.BodyExcerpt);
    }

    [Fact]
    public async Task A_connection_failure_is_a_network_error_without_the_token()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Throw(new HttpRequestException("Connection refused"));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal(KajabiErrorKind.Network, exception.Kind);
        Assert.DoesNotContain(TestKajabi.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "permission")]
    [InlineData(HttpStatusCode.NotAcceptable, "application/vnd.api+json")]
    [InlineData(HttpStatusCode.UnsupportedMediaType, "application/vnd.api+json")]
    [InlineData(HttpStatusCode.MovedPermanently, "BaseAddress")]
    [InlineData(HttpStatusCode.NotModified, "If-None-Match")]
    public async Task The_message_contains_a_remedy(HttpStatusCode status, string remedy) =>
        Assert.Contains(remedy, (await FailAsync(status, "text/plain", string.Empty)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("7", null, 7)]
    [InlineData("Tue, 01 Jan 2030 00:01:00 GMT", "Tue, 01 Jan 2030 00:00:00 GMT", 60)]
    [InlineData("Tue, 01 Jan 2030 00:01:00 GMT", null, 30)]
    [InlineData("Mon, 31 Dec 2029 00:00:00 GMT", null, 0)]
    [InlineData("soon", null, null)]
    [InlineData("99999999999", null, null)]
    public async Task Retry_After_is_parsed_in_both_forms(string retryAfter, string? date, int? seconds)
    {
        using TestKajabi kajabi = new();
        kajabi.Time.SetUtcNow(new DateTimeOffset(2030, 1, 1, 0, 0, 30, TimeSpan.Zero));
        kajabi.RespondWithToken();
        Dictionary<string, string> headers = new() { ["Retry-After"] = retryAfter };
        if (date is not null)
        {
            headers["Date"] = date;
        }

        kajabi.Network.When(Address).Respond(HttpStatusCode.TooManyRequests, headers, "text/plain", "Retry later");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, exception.RetryAfter);
    }

    [Fact]
    public async Task Server_text_in_the_message_is_limited_in_length_and_has_no_line_breaks()
    {
        KajabiApiException exception = await FailAsync(
            HttpStatusCode.BadRequest,
            TestKajabi.MediaType,
            $$"""{ "errors": [{ "title": "a\r\nb{{new string('x', 9000)}}" }] }"""
        );

        Assert.InRange(exception.Message.Length, 500, 800);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.Contains("a  b", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_beginning_of_a_very_large_error_response_is_read()
    {
        KajabiApiException exception = await FailAsync(
            HttpStatusCode.InternalServerError,
            TestKajabi.MediaType,
            $$"""{ "errors": [{ "title": "{{new string('x', 3 * 1024 * 1024)}}" }] }"""
        );

        Assert.Equal((KajabiErrorKind.ServerError, 0, 1024), (exception.Kind, exception.Errors.Count, exception.BodyExcerpt?.Length));
    }

    [Fact]
    public async Task An_error_response_in_another_encoding_is_read()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(Address)
            .Respond(_ => new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent("""{ "error": "größer" }""", System.Text.Encoding.Unicode, "application/json"),
            });

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal("größer", exception.Errors.Single().Title);
        Assert.Contains("größer", exception.BodyExcerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_throws_with_the_callers_cancellation_token()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(Address)
            .Respond(async () =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, kajabi.Time);
                return new HttpResponseMessage();
            });
        using CancellationTokenSource source = new();

        Task<ContactDocument> call = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: source.Token);
        await source.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    private static async Task<KajabiApiException> FailAsync(HttpStatusCode status, string media, string body)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond(status, media, body);
        return await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));
    }
}
