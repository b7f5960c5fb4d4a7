using System.Net;

namespace Kajabi.Contract.Live;

/// <summary>A proxy that is bypassed for loopback addresses, so that secrets for local servers are not sent through it.</summary>
/// <param name="proxy">The proxy for all other addresses.</param>
internal sealed class LoopbackBypassProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) =>
        host.IsLoopback || host.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || proxy.IsBypassed(host);
}
