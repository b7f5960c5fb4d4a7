using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>The server of a sandbox: its addresses, and what it handles before the API.</summary>
/// <param name="ConfigureBuilder">Sets the addresses, and adds services.</param>
/// <param name="ConfigureApplication">Adds middleware before that of the API.</param>
internal sealed record SandboxHosting(Action<WebApplicationBuilder> ConfigureBuilder, Action<WebApplication> ConfigureApplication)
{
    /// <summary>A free port on loopback.</summary>
    public static SandboxHosting Loopback { get; } = new(static builder => builder.WebHost.UseUrls("http://127.0.0.1:0"), static _ => { });

    /// <summary>Returns an address at which clients on this machine reach the server.</summary>
    /// <param name="address">The address of the server. <c>0.0.0.0</c> and <c>[::]</c> are all addresses of the machine.</param>
    public static Uri GetBaseAddress(string address)
    {
        UriBuilder builder = new(address);
        if (builder.Host is "0.0.0.0" or "[::]")
        {
            builder.Host = "127.0.0.1";
        }

        // Certificates for development are valid for the name, and older ones not for the address.
        if (builder.Scheme == Uri.UriSchemeHttps && builder.Host == "127.0.0.1")
        {
            builder.Host = "localhost";
        }

        return builder.Uri;
    }
}
