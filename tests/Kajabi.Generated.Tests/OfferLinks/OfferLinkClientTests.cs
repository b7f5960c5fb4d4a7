using System.Net;
using System.Net.Http.Headers;
using static Kajabi.Tests.OfferLinks.OfferLinkServer;

namespace Kajabi.Tests.OfferLinks;

/// <summary>Requests of offer links, and what their responses mean.</summary>
public sealed class OfferLinkClientTests
{
    private const string Body = """{"name":"Mila Osei","email":"mila@example.com","external_user_id":"m-1"}""";

    [Theory]
    [InlineData(true, WelcomeEmail.DoNotSend, "activate")]
    [InlineData(true, WelcomeEmail.Send, "activate?send_offer_grant_email=true")]
    [InlineData(false, WelcomeEmail.DoNotSend, "deactivate")]
    public async Task A_request_has_the_values_of_the_member_and_no_token_of_the_API(bool isGrant, WelcomeEmail email, string action)
    {
        using OfferLinkServer server = new(Response(HttpStatusCode.OK, """{"status":"success"}"""));

        OfferLinkResult result = await server.CallAsync(isGrant, email);

        Assert.Equal((isGrant ? OfferLinkStatus.Granted : OfferLinkStatus.Revoked, false), (result.Status, result.MayBeFromEarlierAttempt));
        Assert.Empty(result.Messages);
        Assert.Equal(
            $"POST https://checkout.kajabi.com/webhooks/offers/{Token}/2150009001/{action} Accept=application/json application/json {Body}",
            Assert.Single(server.Requests)
        );
    }

    [Theory]
    [InlineData(true, 422, """{"error":"Course has already been granted to this member"}""", OfferLinkStatus.AlreadyGranted)]
    [InlineData(true, 400, """{"errors":{"base":["Has Already been granted to this member"]}}""", OfferLinkStatus.AlreadyGranted)]
    [InlineData(true, 409, """["already been granted"]""", OfferLinkStatus.AlreadyGranted)]
    [InlineData(true, 403, """{"detail":"already been granted"}""", OfferLinkStatus.AlreadyGranted)]
    [InlineData(false, 422, """{"message":"Offer grant not found for offer on member"}""", OfferLinkStatus.NotGranted)]
    [InlineData(false, 404, """{"errors":[{"detail":"Offer grant not found for offer on member"}]}""", OfferLinkStatus.NotGranted)]
    [InlineData(true, 422, """{"message":"Offer grant not found"}""", OfferLinkStatus.Invalid)]
    [InlineData(false, 422, """{"message":"already been granted"}""", OfferLinkStatus.Invalid)]
    // Another member may have the e-mail address, and still has access.
    [InlineData(false, 422, """{"base":["not found"]}""", OfferLinkStatus.Invalid)]
    [InlineData(true, 200, """{"errors":["is invalid"]}""", OfferLinkStatus.Invalid)]
    [InlineData(true, 200, """{"error":"email: is invalid"}""", OfferLinkStatus.Invalid)]
    [InlineData(true, 200, """{"errors":"email is invalid"}""", OfferLinkStatus.Invalid)]
    [InlineData(true, 200, """{"success":false,"message":"email is invalid"}""", OfferLinkStatus.Invalid)]
    [InlineData(true, 201, """{"status":"error","message":"email is invalid"}""", OfferLinkStatus.Invalid)]
    [InlineData(false, 200, """{"status":"Failed","message":"email is invalid"}""", OfferLinkStatus.Invalid)]
    [InlineData(false, 200, """{"status":"failure","message":"email is invalid"}""", OfferLinkStatus.Invalid)]
    [InlineData(false, 200, """{"status":"error","meta":{"message":"Offer grant not found"}}""", OfferLinkStatus.NotGranted)]
    [InlineData(true, 200, """{"error":null,"errors":[],"success":true,"status":"ok"}""", OfferLinkStatus.Granted)]
    [InlineData(true, 200, """{"error":false,"errors":{}}""", OfferLinkStatus.Granted)]
    // A revocation of an unknown member, not of an unknown link.
    [InlineData(false, 404, """{"errors":["Base: not found"]}""", OfferLinkStatus.Invalid)]
    [InlineData(true, 204, "", OfferLinkStatus.Granted)]
    [InlineData(true, 200, "OK", OfferLinkStatus.Granted)]
    public async Task The_messages_of_a_response_decide_its_meaning(bool isGrant, int status, string body, OfferLinkStatus expected)
    {
        using OfferLinkServer server = new(Response((HttpStatusCode)status, body));

        OfferLinkResult result = await server.CallAsync(isGrant);

        Assert.Equal((expected, false), (result.Status, result.MayBeFromEarlierAttempt));
        Assert.Equal(expected.ToString(), result.ToString());
    }

    [Theory]
    [InlineData(true, "Offer has already been granted to this member", "text/plain")]
    [InlineData(true, "<p>Offer has Already Been Granted to this member</p>", "text/html")]
    [InlineData(true, """{"status":"Offer has already been granted to this member"}""", "application/json")]
    [InlineData(true, """{"meta":{"message":"Offer has already been granted to this member"}}""", "application/json")]
    [InlineData(false, "Offer grant not found for offer on member", "text/plain")]
    [InlineData(false, "<p>OFFER GRANT NOT FOUND for offer on member</p>", "text/html")]
    [InlineData(false, """{"status":"Offer grant not found for offer on member"}""", "application/json")]
    [InlineData(false, """{"meta":{"message":"Offer grant not found for offer on member"}}""", "application/json")]
    public async Task A_duplicate_is_recognized_in_any_body(bool isGrant, string body, string mediaType)
    {
        using OfferLinkServer server = new(Response(HttpStatusCode.UnprocessableEntity, body, mediaType));

        OfferLinkResult result = await server.CallAsync(isGrant);

        Assert.Equal(isGrant ? OfferLinkStatus.AlreadyGranted : OfferLinkStatus.NotGranted, result.Status);
        Assert.Empty(result.Messages);
    }

    [Theory]
    [InlineData(true, "already been granted", OfferLinkStatus.AlreadyGranted)]
    [InlineData(false, "grant not found", OfferLinkStatus.NotGranted)]
    public async Task A_duplicate_is_recognized_behind_the_limit_of_a_message(bool isGrant, string phrase, OfferLinkStatus expected)
    {
        string body = $$"""{"error":"{{new string('x', 500)}} {{phrase}}"}""";
        using OfferLinkServer server = new(Response(HttpStatusCode.UnprocessableEntity, body));

        OfferLinkResult result = await server.CallAsync(isGrant);

        Assert.Equal(expected, result.Status);
        Assert.EndsWith("x…", Assert.Single(result.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":404,"error":"Not Found"}""")]
    [InlineData("{}")]
    public async Task A_revocation_with_an_unknown_link_fails(string body)
    {
        using OfferLinkServer server = new(Response(HttpStatusCode.NotFound, body));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: false));

        Assert.Equal(KajabiErrorKind.NotFound, exception.Kind);
        Assert.Contains("The offer link does not exist", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n <!DOCTYPE html><title>Log in</title>", "text/plain", "a web page")]
    [InlineData("<html>Log in</html>", null, "a web page")]
    [InlineData("""{"success":false}""", "application/json", "a failure without a message")]
    public async Task A_success_with_another_body_is_unexpected(string body, string? mediaType, string expected)
    {
        using OfferLinkServer server = new(() =>
        {
            StringContent content = new(body);
            content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        });

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: true));

        Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errors":{"name":["can't be blank"],"email":["can't be blank","is invalid"]}}""")]
    [InlineData("""{"status":"error","name":"can't be blank","email":["can't be blank","is invalid","is invalid",null,""]}""")]
    public async Task Messages_have_the_names_of_their_attributes(string body)
    {
        using OfferLinkServer server = new(Response(HttpStatusCode.UnprocessableEntity, body));

        OfferLinkResult result = await server.CallAsync(isGrant: true);

        Assert.Equal(OfferLinkStatus.Invalid, result.Status);
        Assert.Equal(["name: can't be blank", "email: can't be blank", "email: is invalid"], result.Messages);
    }

    [Fact]
    public async Task A_response_that_echoes_the_link_and_has_many_messages_is_limited()
    {
        string many = string.Join(',', Enumerable.Range(1, 30).Select(static number => $"\"{number} {Token} {new string('x', 600)}\""));
        using OfferLinkServer server = new(Response(HttpStatusCode.BadRequest, $$"""{"errors":[{{many}}]}"""));

        OfferLinkResult result = await server.CallAsync(isGrant: true);

        Assert.Equal(20, result.Messages.Count);
        Assert.All(result.Messages, static message => Assert.InRange(message.Length, 400, 501));
        Assert.All(result.Messages, static message => Assert.Contains("***", message, StringComparison.Ordinal));
        Assert.All(result.Messages, static message => Assert.DoesNotContain(Token, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, "<!DOCTYPE html>", "text/html", KajabiErrorKind.NotFound, "copy it again from the webhooks of the offer")]
    [InlineData(401, "{}", "application/json", KajabiErrorKind.Unauthorized, "copy it again from the webhooks of the offer")]
    [InlineData(403, "{}", "application/json", KajabiErrorKind.Forbidden, "copy it again from the webhooks of the offer")]
    [InlineData(302, "", "text/plain", KajabiErrorKind.UnexpectedResponse, "it could leak the offer link")]
    [InlineData(415, "", "text/plain", KajabiErrorKind.UnexpectedResponse, "The media type was rejected")]
    [InlineData(422, "", "text/plain", KajabiErrorKind.Validation, "422")]
    [InlineData(422, """["\ud800"]""", "application/json", KajabiErrorKind.Validation, "422")]
    [InlineData(501, "{}", "application/json", KajabiErrorKind.ServerError, "may have processed it")]
    [InlineData(200, "<html>Log in</html>", "text/html", KajabiErrorKind.UnexpectedResponse, "a web page")]
    public async Task Other_responses_are_failures(int status, string body, string mediaType, KajabiErrorKind kind, string expected)
    {
        using OfferLinkServer server = new(Response((HttpStatusCode)status, body + Token, mediaType));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: true));

        Assert.Equal((kind, "POST", "/webhooks/offers/{token}/{id}/activate"), (exception.Kind, exception.Method, exception.PathTemplate));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, exception + exception.BodyExcerpt, StringComparison.Ordinal);
        Assert.Contains("***", exception.BodyExcerpt, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(" ", "a@example.com", "1", "Name")]
    [InlineData("Ada", "", "1", "Email")]
    [InlineData("Ada", "a@example.com", "", "ExternalUserId")]
    public async Task An_empty_value_is_rejected_before_it_is_sent(string name, string email, string externalId, string expected)
    {
        using OfferLinkServer server = new(Response(HttpStatusCode.OK, "{}"));
        OfferLinkMember member = new()
        {
            Name = name,
            Email = email,
            ExternalUserId = externalId,
        };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            server.Client.GrantAsync(OfferLink.Parse(Link), member, WelcomeEmail.Send)
        );

        Assert.StartsWith($"The {expected} of the member is empty", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Name", 0xD83D)]
    [InlineData("Email", 0xDE00)]
    [InlineData("ExternalUserId", 0xD83D)]
    public async Task Half_of_a_surrogate_pair_is_rejected_before_it_is_sent(string property, int half)
    {
        // The text of an attribute cannot contain it.
        string GetValue(string name) => name == property ? $"m{(char)half}m" : "m";
        using OfferLinkServer server = new(Response(HttpStatusCode.OK, "{}"));
        OfferLinkMember member = new()
        {
            Name = GetValue("Name"),
            Email = GetValue("Email"),
            ExternalUserId = GetValue("ExternalUserId"),
        };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            server.Client.RevokeAsync(OfferLink.Parse(Link), member)
        );

        Assert.StartsWith($"The {property} of the member contains half of a surrogate pair", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_whole_surrogate_pair_is_sent()
    {
        using OfferLinkServer server = new(Response(HttpStatusCode.OK, "{}"));
        OfferLinkMember member = new()
        {
            Name = "Mila \ud83d\ude00",
            Email = "mila@example.com",
            ExternalUserId = "m-1",
        };

        await server.Client.RevokeAsync(OfferLink.Parse(Link), member);

        Assert.Contains("\\uD83D\\uDE00", Assert.Single(server.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_canceled_call_throws_the_usual_exception()
    {
        using OfferLinkServer server = new(Response(HttpStatusCode.OK, "{}"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.Client.RevokeAsync(OfferLink.Parse(Link), Member, new CancellationToken(canceled: true))
        );

        Assert.Equal("m-1", Member.ToString());
    }
}
