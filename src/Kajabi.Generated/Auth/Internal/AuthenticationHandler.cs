using System.Net;
using System.Net.Http.Headers;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Puts the token on the calls that ask for one, and on no call that leaves the configured origin. A call that is
/// answered with 401 was not carried out, whatever its method: it is retried with another token. A second time where the
/// other token was not requested for it, and so may have ended together with the first.
/// </summary>
/// <param name="options">The origin.</param>
/// <param name="tokens">Where tokens come from.</param>
/// <param name="backChannel">Sends token requests through the handlers inside this one.</param>
internal sealed class AuthenticationHandler(KajabiClientOptions options, AccessTokenCache tokens, TokenBackChannel backChannel)
    : DelegatingHandler
{
    private const int MaxReplays = 2;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Operations that need a token declare the header without a value; the others declare none. A later attempt
        // finds the token of an earlier one, which need not be good any more.
        RequestState call = RequestState.Of(request);
        call.RequiresToken |= request.Headers.Authorization is { Scheme: "Bearer", Parameter: null or "" };
        if (!call.RequiresToken)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        RefuseOtherOrigin(request.RequestUri);
        if (request.Content is { } body)
        {
            await body.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        backChannel.Connect(InnerHandler!);
        CachedAccessToken token = await TokenForAsync(request, tokens.GetAsync(cancellationToken)).ConfigureAwait(false);
        OperationKey operation = OperationKey.Of(request);
        bool isNew = false;
        HttpResponseMessage response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        for (int replay = 0; replay < MaxReplays && response.StatusCode == HttpStatusCode.Unauthorized; replay++)
        {
            (CachedAccessToken, bool)? renewed;
            try
            {
                renewed = await TokenForAsync(request, tokens.RefreshAsync(token, isNew, operation, cancellationToken))
                    .ConfigureAwait(false);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            if (renewed is null)
            {
                return response;
            }

            response.Dispose();
            (token, isNew) = renewed.Value;
            response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        }

        if (AttemptOutcomeClassifier.Of(response) is AttemptOutcome.Success or AttemptOutcome.Rejected)
        {
            await tokens.AcceptAsync(token, operation).ConfigureAwait(false);
        }

        return response;
    }

    private static async ValueTask<T> TokenForAsync<T>(HttpRequestMessage request, ValueTask<T> token)
    {
        try
        {
            return await token.ConfigureAwait(false);
        }
        catch (KajabiApiException exception)
        {
            throw exception.ForCall(request);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CachedAccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }

    private void RefuseOtherOrigin(Uri? address)
    {
        if (
            address is null
            || Uri.Compare(
                address,
                options.BaseAddress,
                UriComponents.SchemeAndServer,
                UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase
            ) != 0
        )
        {
            throw new InvalidOperationException(
                UserInfoFilter.Sanitize(
                    $"A call to {address?.GetLeftPart(UriPartial.Authority)} would carry the token of {options.BaseAddress.GetLeftPart(UriPartial.Authority)}. It was not sent."
                )
            );
        }
    }
}
