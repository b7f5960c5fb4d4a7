using System.Net;
using static Kajabi.Tests.OfferLinks.OfferLinkServer;

namespace Kajabi.Tests.OfferLinks;

/// <summary>An exception contains no link, even if a handler of the application or the server wrote it.</summary>
public sealed class OfferLinkExceptionTests
{
    private const string Quoted = $"No matching mock handler for \"POST {Link}\"";

    [Fact]
    public async Task A_failed_request_does_not_contain_the_link()
    {
        using OfferLinkServer server = new(static () =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, Quoted, new IOException(Quoted), HttpStatusCode.BadGateway)
        );

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: true));

        Assert.Equal((KajabiErrorKind.Network, 4), (exception.Kind, exception.Attempts));
        Assert.Contains("No matching mock handler for \"POST https://checkout.kajabi.com/", exception.Message, StringComparison.Ordinal);
        HttpRequestException cause = Assert.IsType<HttpRequestException>(exception.InnerException);
        Assert.Equal((HttpRequestError.ConnectionError, HttpStatusCode.BadGateway), (cause.HttpRequestError, cause.StatusCode));
        Assert.IsType<IOException>(cause.InnerException);
        AssertHasNoLink(exception);
    }

    [Fact]
    public async Task A_link_at_the_limit_of_the_message_is_removed_before_the_message_is_truncated()
    {
        string text = $"{new string('x', 492)}{Token}";
        using OfferLinkServer server = new(() => throw new HttpRequestException(text));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: true));

        Assert.DoesNotContain(Token[..6], exception.ToString(), StringComparison.Ordinal);
        AssertHasNoLink(exception);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task An_exception_that_is_not_converted_keeps_its_type_and_loses_the_link(Type type)
    {
        using OfferLinkServer server = new(() => throw Create(type, Quoted));

        Exception exception = (await Record.ExceptionAsync(() => server.CallAsync(isGrant: false)))!;

        Assert.IsAssignableFrom(type, exception);
        AssertHasNoLink(exception);
    }

    [Fact]
    public async Task A_link_in_the_data_of_an_exception_is_removed()
    {
        using OfferLinkServer server = new(static () =>
            throw new InvalidOperationException("No handler.") { Data = { ["url"] = new Uri(Link) } }
        );

        Exception exception = await Assert.ThrowsAsync<InvalidOperationException>(() => server.CallAsync(isGrant: false));

        Assert.Equal("No handler.", exception.Message);
        AssertHasNoLink(exception);
    }

    [Fact]
    public async Task An_exception_without_the_link_is_not_replaced()
    {
        InvalidOperationException thrown = new("No handler.");
        using OfferLinkServer server = new(() => throw thrown);

        Assert.Same(thrown, await Record.ExceptionAsync(() => server.CallAsync(isGrant: false)));
    }

    [Fact]
    public async Task A_timeout_keeps_its_kind()
    {
        using OfferLinkServer server = new(static () => throw new TaskCanceledException(Quoted, new TimeoutException(Quoted)));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: false));

        Assert.Equal(KajabiErrorKind.Timeout, exception.Kind);
        AssertHasNoLink(exception);
    }

    [Fact]
    public async Task An_exception_of_the_SDK_keeps_its_values_and_loses_the_link()
    {
        KajabiApiException thrown = new(KajabiErrorKind.ServerError, Quoted, new IOException(Quoted))
        {
            StatusCode = HttpStatusCode.BadGateway,
            Errors = [new ApiError("502", "Bad gateway", null, null)],
            HasMoreErrors = true,
            RequestId = "req-1",
            RetryAfter = TimeSpan.FromSeconds(3),
            Attempts = 2,
            MayHaveBeenProcessed = true,
            Method = "POST",
            PathTemplate = "/x",
            BodyExcerpt = "excerpt",
        };
        using OfferLinkServer server = new(() => throw thrown);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: false));

        Assert.Equal(
            (thrown.Kind, thrown.StatusCode, thrown.HasMoreErrors, thrown.RequestId, thrown.RetryAfter, thrown.Attempts),
            (exception.Kind, exception.StatusCode, exception.HasMoreErrors, exception.RequestId, exception.RetryAfter, exception.Attempts)
        );
        Assert.Equal(
            (thrown.MayHaveBeenProcessed, thrown.Method, thrown.PathTemplate, thrown.BodyExcerpt),
            (exception.MayHaveBeenProcessed, exception.Method, exception.PathTemplate, exception.BodyExcerpt)
        );
        Assert.Same(thrown.Errors, exception.Errors);
        AssertHasNoLink(exception);
    }

    [Fact]
    public async Task A_request_id_that_contains_the_link_is_redacted()
    {
        using OfferLinkServer server = new(static () =>
            new HttpResponseMessage(HttpStatusCode.UnprocessableEntity) { Headers = { { "x-request-id", $"r-{Token}" } } }
        );

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => server.CallAsync(isGrant: true));

        Assert.Equal("r-***", exception.RequestId);
        Assert.Contains("Request id: r-***.", exception.Message, StringComparison.Ordinal);
        AssertHasNoLink(exception);
    }

    private static Exception Create(Type type, string message) =>
        type == typeof(ArgumentException) ? new ArgumentException(message)
        : type == typeof(OperationCanceledException) ? new OperationCanceledException(message)
        : new InvalidOperationException(message);

    private static void AssertHasNoLink(Exception? exception)
    {
        Assert.NotNull(exception);
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            Assert.DoesNotContain(Token, $"{current} {current.Message}", StringComparison.Ordinal);
            Assert.Empty(current.Data);
        }
    }
}
