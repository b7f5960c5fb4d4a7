using System.Net;
using System.Security.Authentication;

namespace Kajabi.Tests.Http;

/// <summary>User information of an address appears in no text that the SDK shows.</summary>
public sealed class UserInfoRedactorTests
{
    [Theory]
    [InlineData("proxy 'http://user:secret@127.0.0.1:8080/' failed", "proxy 'http://***@127.0.0.1:8080/' failed")]
    [InlineData("https://secret@host", "https://***@host")]
    [InlineData("socks5://user:se'cr@et@host x", "socks5://***@host x")]
    [InlineData("http://user:secret%2Fmore%40x@host", "http://***@host")]
    [InlineData("""{"a":"http:\/\/user:secret@host"}""", """{"a":"http:\/\/***@host"}""")]
    [InlineData("""http:\u002F\u002fuser:secret\u0040host""", """http:\u002F\u002f***\u0040host""")]
    [InlineData("a=http%3A%2F%2Fuser%3Asecret%252Fmore%40host%2Fpath", "a=http%3A%2F%2F***%40host%2Fpath")]
    [InlineData("http%253a%252f%252fuser%253Asecret%2540host", "http%253a%252f%252f***%2540host")]
    [InlineData("http://user:secret&#64;host", "http://***&#64;host")]
    [InlineData("HTTP://a:secret@h1 and ftp://b:secret@h2", "HTTP://***@h1 and ftp://***@h2")]
    [InlineData("https://host/path?mail=a@b.example", "https://host/path?mail=a@b.example")]
    [InlineData("https://host?mail=a@b", "https://host?mail=a@b")]
    [InlineData("see https://host or write to a@b.example", "see https://host or write to a@b.example")]
    [InlineData("https%3A%2F%2Fhost%2Fpath%3Fmail%3Da%40b", "https%3A%2F%2Fhost%2Fpath%3Fmail%3Da%40b")]
    public void Only_user_information_is_replaced(string text, string expected) => Assert.Equal(expected, UserInfoRedactor.Redact(text));

    [Fact]
    public void An_exception_keeps_its_kind_and_loses_the_text_at_every_depth()
    {
        HttpRequestException exception = new(
            HttpRequestError.SecureConnectionError,
            "to http://u:secret@h",
            new AuthenticationException("x", new IOException("http://u:secret@h")),
            HttpStatusCode.BadGateway
        );

        HttpRequestException redacted = Assert.IsType<HttpRequestException>(UserInfoRedactor.Redact(exception));

        Assert.Equal((HttpRequestError.SecureConnectionError, HttpStatusCode.BadGateway), (redacted.HttpRequestError, redacted.StatusCode));
        Assert.IsType<AuthenticationException>(redacted.InnerException);
        Assert.DoesNotContain("secret", $"{redacted}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_any_handler_is_sanitized()
    {
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "t", Retry = { MaxAttempts = 1 } }, new Failing());

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.GetContactAsync("7"));

        Assert.DoesNotContain("secret", $"{exception}", StringComparison.Ordinal);
        Assert.Contains("http://***@gateway", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SDK_exceptions_never_contain_user_information()
    {
        KajabiApiException exception = new(
            KajabiErrorKind.Network,
            "http://u:secret@h failed",
            new AggregateException(new IOException("http://u:secret@h"))
        );

        Assert.DoesNotContain("secret", $"{exception}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_address_with_user_information_is_rejected_without_showing_it()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            new KajabiClient(new KajabiClientOptions { AccessToken = "t", BaseAddress = new Uri("https://user:secret@api.example.com") })
        );

        Assert.DoesNotContain("secret", $"{exception}", StringComparison.Ordinal);
    }

    private sealed class Failing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No route to http://user:secret@gateway", new IOException("http://user:secret@gateway"));
    }
}
