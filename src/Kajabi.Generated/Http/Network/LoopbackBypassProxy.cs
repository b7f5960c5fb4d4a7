using System.Net;

namespace Kajabi.Http.Network;

/// <summary>Uses a proxy for all addresses except loopback: it would receive the secrets of local tests.</summary>
/// <param name="proxy">The proxy for other addresses.</param>
internal sealed class LoopbackBypassProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => LoopbackAddress.IsLoopback(destination) ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => LoopbackAddress.IsLoopback(host) || proxy.IsBypassed(host);
}
