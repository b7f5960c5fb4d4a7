using System.Text;

namespace Kajabi.Sandbox.Tests;

/// <summary>Secrets that a client has escaped, misspelled or sent in another format than that of the API are not recorded.</summary>
public sealed class HiddenSecretTests : SecretTestBase
{
    [Theory]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http:\/\/user:s3cret@127.0.0.1/a"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://user:s3cret\u0040127.0.0.1/a"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://user:s3cret\u0040127.0.0.1/a"}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http:\/\/127.0.0.1\/a?tok\u0065n=s3cret"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://user:p@s3cret@127.0.0.1/a"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://user:p/s3cret@127.0.0.1/a"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://127.0.0.1/webhooks/offers/s3cret/456/activate"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://127.0.0.1/a?next=http%3A%2F%2Fu%3As3cret%40host"}}}""")]
    [InlineData(
        "/v1/hooks",
        """{"data":{"attributes":{"target_url":"http://127.0.0.1/a?next=http%253A%252F%252Fu%253As3cret%2540host"}}}"""
    )]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://127.0.0.1/a#token=s3cret"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://127.0.0.1/a;token=s3cret"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://127.0.0.1/a?key=s3cret"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"http://127.0.0.1/a?sig=s3cret"}}}""")]
    [InlineData("/v1/hooks", """{"data":{"attributes":{"target_url":"https://hooks.example.com/kajabi/s3cret"}}}""")]
    [InlineData("/v1/hooks", """{"http://user:s3cret@host":1}""")]
    [InlineData("/v1/hooks", "\uFEFF{\"data\":{\"client_secret\":\"s3cret\"}}")]
    [InlineData("/v1/hooks", """{"body":"{\"client_secret\":\"s3cret\"}"}""")]
    [InlineData("/v1/oauth/tokn", "\uFEFF{\"grant_type\":\"client_credentials\",\"unknown\":\"s3cret\"}")]
    [InlineData("/oauth2/token", "unknown=s3cret")]
    [InlineData("/oauth/tokens", "client_secret: s3cret")]
    [InlineData("/login", "client_secret: s3cret")]
    [InlineData("/login", "a=1&client_secret: s3cret")]
    [InlineData("/login", "a=1\nclient_secret=s3cret")]
    [InlineData("/login", "a=1;client_secret=s3cret")]
    [InlineData("/login", "--b\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\ns3cret\r\n--b--")]
    [InlineData("/v1/contacts?next=http://127.0.0.1/webhooks/offers/s3cret/456/activate", null)]
    [InlineData("/v1/contacts?next=%2Fwebhooks%2Foffers%2Fs3cret%2F456%2Factivate", null)]
    [InlineData("/v1/contacts?filter[search]=http%253A%252F%252Fu%253As3cret%2540host", null)]
    [InlineData("/v1/contacts?a=b;token=s3cret", null)]
    [InlineData("/v1/contacts?sig=s3cret", null)]
    [InlineData("/webhook/offers/s3cret/456/activate", null)]
    [InlineData("/webhooks/offer/s3cret/456/activate", null)]
    [InlineData("/Webhoks/Ofers/s3cret/456/activate", null)]
    [InlineData("/v1/contacts/token=s3cret", null)]
    public async Task It_is_not_recorded(string address, string? body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Origin + address));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, RawSandbox.MediaType);

        using HttpResponseMessage response = await Sandbox.Http.SendAsync(request);

        Assert.DoesNotContain(Secret, RecordedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Referer", "http://127.0.0.1/webhooks/offers/s3cret/456/activate")]
    [InlineData("Referer", "http://127.0.0.1/a?next=%2Fwebhooks%2Foffers%2Fs3cret%2F456%2Factivate")]
    [InlineData("X-Signature", "s3cret")]
    [InlineData("X-Note", "client_secret: s3cret")]
    public async Task It_is_not_recorded_in_a_header(string name, string value)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(Origin + "/v1/contacts"));
        request.Headers.TryAddWithoutValidation(name, value);

        using HttpResponseMessage response = await Sandbox.Http.SendAsync(request);

        Assert.Contains(name, Recorded.Headers);
        Assert.DoesNotContain(Secret, RecordedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/contacts?filter[search]={0}", null)]
    [InlineData("/{0}", null)]
    [InlineData("/v1/notes", """{{"text":"my {0}."}}""")]
    [InlineData("/v1/notes", "{0}")]
    [InlineData("/webhooks/{0}/456/activate", null)]
    public async Task What_the_sandbox_knows_as_a_secret_is_recorded_nowhere(string address, string? body)
    {
        string[] secrets =
        [
            Sandbox.Sandbox.ClientSecret,
            Sandbox.Sandbox.CreateAccessToken(),
            Sandbox.Http.DefaultRequestHeaders.Authorization!.Parameter!,
            Sandbox.Sandbox.GetOfferLink("456").AbsolutePath.Split('/')[3],
        ];
        foreach (string secret in secrets)
        {
            string path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, secret);
            using StringContent? content = body is null
                ? null
                : new(string.Format(System.Globalization.CultureInfo.InvariantCulture, body, secret));
            using HttpResponseMessage response = await Sandbox.Http.PostAsync(new Uri(Origin + path), content);

            Assert.Contains("(redacted)", RecordedText.Split("Authorization")[0], StringComparison.Ordinal);
            Assert.DoesNotContain(secret, RecordedText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"data":{"attributes":{"name":"Ann \u0040 home","url":"https:\/\/example.com\/a?b=c","monkey":"x"}}}""")]
    [InlineData("""{ "body": "Call Ann (see http://127.0.0.1:5000/a?email=ann@example.com) at 10:30" }""")]
    [InlineData("name=Ann&email=ann%40example.com&text=50%25")]
    [InlineData("any text, 100%")]
    public async Task What_is_not_secret_is_recorded_as_it_was_sent(string body)
    {
        using StringContent content = new(body, Encoding.UTF8, RawSandbox.MediaType);
        using HttpResponseMessage response = await Sandbox.Http.PostAsync(new Uri(Origin + "/v1/contacts"), content);

        Assert.Equal(body, Recorded.Body);
    }
}
