using System.Net.Http.Headers;

namespace Kajabi;

/// <summary>Puts the token on the calls that ask for one, and on no call that leaves the configured origin.</summary>
/// <param name="options">The origin.</param>
/// <param name="tokens">Where tokens come from.</param>
internal sealed class AuthenticationHandler(KajabiClientOptions options, IAccessTokenSource tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Operations that need a token declare the header without a value; the others declare none.
        if (request.Headers.Authorization is { Scheme: "Bearer", Parameter: null or "" })
        {
            RefuseOtherOrigin(request.RequestUri);
            AccessToken token = await tokens.GetAsync(base.SendAsync, cancellationToken).ConfigureAwait(false);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private void RefuseOtherOrigin(Uri? address)
    {
        if (address is null || Uri.Compare(address, options.BaseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new InvalidOperationException($"A call to {address?.GetLeftPart(UriPartial.Authority)} would carry the token of {options.BaseAddress.GetLeftPart(UriPartial.Authority)}. It was not sent.");
        }
    }
}
