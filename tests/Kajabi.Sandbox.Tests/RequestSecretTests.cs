using System.Text;
using Kajabi.Sandbox.Internal.Secrets;

namespace Kajabi.Sandbox.Tests;

/// <summary>Recorded requests contain no secrets, wherever and however a client sends them.</summary>
public sealed class RequestSecretTests : SecretTestBase
{
    [Theory]
    [InlineData("POST", "//v1/oauth/token", "grant_type=client_credentials&client_secret=s3cret")]
    [InlineData("POST", "/v1/%256fauth/token", "grant_type=client_credentials&client_secret=s3cret")]
    [InlineData("POST", "/V1/OAuth/token", "grant_type=client_credentials&unknown=s3cret")]
    [InlineData("POST", "/v1/oauth/token", """["s3cret"]""")]
    [InlineData("POST", "/v1/oauth/token", """{"client_id":["s3cret"],"client_secret":{"value":"s3cret"}}""")]
    [InlineData("POST", "/oauth/token", "client_id=id&client_secret=s3cret")]
    [InlineData("POST", "/v1/tokens", """{"data":{"client-secret":"s3cret"}}""")]
    [InlineData("POST", "/v1/tokens", """[{"refreshToken":["s3cret"]}]""")]
    [InlineData("POST", "/v1/tokens", """{"client_secret":"s3cret" """)]
    [InlineData("POST", "/v1/hooks", """{"data":{"attributes":{"target_url":"http://user:s3cret@127.0.0.1/a?x=1&secret=s3cret#z"}}}""")]
    [InlineData("GET", "/v1/contacts?client_secret=s3cret&page[size]=1", null)]
    [InlineData("GET", "/v1/contacts?client%5Fsecret=s3cret", null)]
    [InlineData("GET", "/v1/contacts?Access-Token=s3cret", null)]
    [InlineData("GET", "/v1/contacts?filter[search]=http%3A%2F%2Fu%3As3cret%40host", null)]
    public async Task A_secret_is_not_recorded(string method, string address, string? body)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(Origin + address));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, RawSandbox.MediaType);
        request.Headers.TryAddWithoutValidation("X-Api-Key", Secret);
        request.Headers.TryAddWithoutValidation("X-Auth-Token", Secret);
        request.Headers.TryAddWithoutValidation("Cookie", $"session={Secret}");
        request.Headers.TryAddWithoutValidation("Referer", $"https://user:{Secret}@example.com/?token={Secret}&page=2");

        using HttpResponseMessage response = await Sandbox.Http.SendAsync(request);

        Assert.DoesNotContain(Secret, RecordedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/webhooks/offers/{0}/456/activate", "/webhooks/offers/(redacted)/456/activate")]
    [InlineData("//webhooks/offers/{0}/456/activate", "/webhooks/offers/(redacted)/456/activate")]
    [InlineData("/webhooks/%6Fffers/{0}/456/deactivate", "/webhooks/offers/(redacted)/456/deactivate")]
    [InlineData("/webhooks/%256Fffers/{0}", "/webhooks/offers/(redacted)")]
    [InlineData("/Webhooks/Offers/{0}/456", "/Webhooks/Offers/(redacted)/456")]
    public async Task The_secret_of_an_activation_link_is_not_recorded(string path, string recorded)
    {
        string secret = Sandbox.Sandbox.GetOfferLink("456").AbsolutePath.Split('/')[3];

        using HttpResponseMessage response = await Sandbox.Http.PostAsync(
            new Uri(Origin + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, secret)),
            null
        );

        Assert.Equal(recorded, Recorded.Path);
        Assert.DoesNotContain(secret, RecordedText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_secret_is_recorded_as_it_was_sent()
    {
        const string Body = """{ "data": { "type": "contacts", "attributes": { "name": "Ann & Bob", "email": "ann@example.com" } } }""";
        await Sandbox.SendAsync(HttpMethod.Post, "/v1/contacts?filter[search]=a%20b&&x=1&y", Body);

        Assert.Equal((Body, "filter[search]=a%20b&&x=1&y"), (Recorded.Body, Recorded.QueryString));
        Assert.Equal(("a b", "Bearer (redacted)"), (Recorded.Query["filter[search]"], Recorded.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("secret=s3cret&page[size]=1", "secret=(redacted)&page[size]=1")]
    [InlineData("token_type_hint=refresh_token", "token_type_hint=refresh_token")]
    [InlineData("secret", "secret")]
    [InlineData("", "")]
    public void A_query_of_a_log_is_redacted_in_the_same_way(string query, string redacted) =>
        Assert.Equal(redacted, SecretRedactor.RedactQuery(query));
}
