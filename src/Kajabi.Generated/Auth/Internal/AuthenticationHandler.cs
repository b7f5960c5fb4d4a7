using System.Net;
using System.Net.Http.Headers;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Adds the access token to requests that require one, and rejects requests to another origin. A request that fails with 401
/// was not processed, whatever its method, so it is retried with another token. It is retried twice when the other token was
/// not requested for it, because that token may have been revoked together with the first.
/// </summary>
/// <param name="options">The base address.</param>
/// <param name="tokens">Provides tokens.</param>
/// <param name="backChannel">Sends token requests through the handlers inside this one.</param>
internal sealed class AuthenticationHandler(KajabiClientOptions options, AccessTokenCache tokens, TokenBackChannel backChannel)
    : DelegatingHandler
{
    private const int MaxReplays = 2;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Operations that require a token declare the header without a value. A later attempt has the token of an earlier
        // one, which may have expired.
        RequestState state = RequestState.Get(request);
        state.RequiresToken |= request.Headers.Authorization is { Scheme: "Bearer", Parameter: null or "" };
        if (!state.RequiresToken)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        ThrowIfOtherOrigin(request.RequestUri);
        if (request.Content is { } body)
        {
            await body.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        backChannel.Connect(InnerHandler!);
        CachedAccessToken token;
        try
        {
            token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (KajabiApiException exception)
        {
            throw exception.ForCall(request);
        }

        OperationKey operation = OperationKey.From(request);
        bool isNew = false;
        HttpResponseMessage response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        for (int replay = 0; replay < MaxReplays && response.StatusCode == HttpStatusCode.Unauthorized; replay++)
        {
            (CachedAccessToken, bool)? refreshed;
            try
            {
                refreshed = await tokens.RefreshAsync(token, isNew, operation, cancellationToken).ConfigureAwait(false);
            }
            catch (KajabiApiException exception)
            {
                response.Dispose();
                throw exception.ForCall(request);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            if (refreshed is null)
            {
                return response;
            }

            response.Dispose();
            (token, isNew) = refreshed.Value;
            response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        }

        if (AttemptOutcomeClassifier.Classify(response) is AttemptOutcome.Success or AttemptOutcome.Rejected)
        {
            await tokens.AcceptAsync(token, operation).ConfigureAwait(false);
        }

        return response;
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CachedAccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }

    private void ThrowIfOtherOrigin(Uri? address)
    {
        if (address?.HasSameOrigin(options.BaseAddress) != true)
        {
            throw new InvalidOperationException(
                UserInfoRedactor.Redact(
                    $"A request to {address?.GetLeftPart(UriPartial.Authority)} would contain the token of "
                        + $"{options.BaseAddress.GetLeftPart(UriPartial.Authority)}. It was not sent."
                )
            );
        }
    }
}
