using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Auth;

/// <summary>A response that the caller does not get is disposed, so that its connection can be used again.</summary>
public sealed class RejectedResponseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rejected_response_is_disposed_if_a_token_is_requested(bool isTokenUnavailable)
    {
        int tokens = 0;
        List<TrackedContent> contents = [];
        KajabiClientOptions options = new()
        {
            AccessTokenProvider = new Provider(() =>
                ++tokens == 2 && isTokenUnavailable ? throw new TimeoutException() : new AccessToken($"own-{tokens}", TimeSpan.FromHours(1))
            ),
        };
        TokenBackChannel backChannel = TestKajabi.BackChannel(TimeProvider.System);
        using AccessTokenCache cache = AccessTokenCacheFactory.Create(options, backChannel, TimeProvider.System);
        using DelegateHandler network = new(
            (_, _) =>
            {
                contents.Add(new TrackedContent());
                HttpStatusCode status = contents.Count == 1 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK;
                return Task.FromResult(new HttpResponseMessage(status) { Content = contents[^1] });
            }
        );
        using HttpMessageInvoker invoker = new(new AuthenticationHandler(options, cache, backChannel) { InnerHandler = network });
        using HttpRequestMessage request = new(HttpMethod.Get, "https://api.kajabi.com/v1/sites");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer");

        Exception? failure = await Record.ExceptionAsync(() => invoker.SendAsync(request, CancellationToken.None));

        Assert.Equal(isTokenUnavailable, failure is KajabiApiException);
        Assert.Equal(isTokenUnavailable ? [true] : [true, false], contents.Select(static content => content.IsDisposed));
    }

    private sealed class Provider(Func<AccessToken> getToken) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken) =>
            new(getToken());
    }

    private sealed class TrackedContent() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
