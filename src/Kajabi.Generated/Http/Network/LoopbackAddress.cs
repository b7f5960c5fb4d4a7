namespace Kajabi.Http.Network;

/// <summary>Recognizes loopback addresses, for which no proxy is used: it would receive the secrets of local tests.</summary>
internal static class LoopbackAddress
{
    /// <summary>Whether the host is 127.0.0.0/8, ::1, localhost or a name below localhost.</summary>
    public static bool IsLoopback(Uri address)
    {
        string host = address.IdnHost.TrimEnd('.');
        return address.IsLoopback
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (System.Net.IPAddress.TryParse(host, out System.Net.IPAddress? ip) && System.Net.IPAddress.IsLoopback(ip));
    }
}
