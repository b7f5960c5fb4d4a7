using System.Net;
using System.Net.Http.Headers;

namespace Kajabi;

/// <summary>
/// Puts the token on the calls that ask for one, and on no call that leaves the configured origin. A call that is
/// answered with 401 was not carried out, whatever its method: it is repeated once with a renewed token.
/// </summary>
/// <param name="options">The origin.</param>
/// <param name="tokens">Where tokens come from.</param>
internal sealed class AuthenticationHandler(KajabiClientOptions options, AccessTokenCache tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Operations that need a token declare the header without a value; the others declare none.
        if (request.Headers.Authorization is not { Scheme: "Bearer", Parameter: null or "" })
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        RefuseOtherOrigin(request.RequestUri);
        if (request.Content is { } body)
        {
            await body.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        HeldAccessToken token = await tokens.GetAsync(base.SendAsync, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        HeldAccessToken? renewed;
        try
        {
            renewed = await tokens.RenewAsync(token, base.SendAsync, cancellationToken).ConfigureAwait(false);
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
        return await SendAsync(request, renewed, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HeldAccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }

    private void RefuseOtherOrigin(Uri? address)
    {
        if (address is null || Uri.Compare(address, options.BaseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new InvalidOperationException($"A call to {address?.GetLeftPart(UriPartial.Authority)} would carry the token of {options.BaseAddress.GetLeftPart(UriPartial.Authority)}. It was not sent.");
        }
    }
}
