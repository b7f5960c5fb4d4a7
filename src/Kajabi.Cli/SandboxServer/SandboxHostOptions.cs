using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Kajabi.Cli.SandboxServer;

/// <summary>The settings of <c>kajabi sandbox</c>.</summary>
internal sealed record SandboxHostOptions
{
    public const int DefaultPort = 5080;

    /// <summary>The port; 0 for any free port.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Whether to use HTTPS instead of HTTP.</summary>
    public bool UsesHttps { get; init; }

    /// <summary>The certificate of HTTPS; null for the development certificate of ASP.NET Core.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The origins of web pages that may send requests; <c>*</c> for all, which cannot use the control API.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>
    /// The host names that requests may have in addition to those of this machine, and on an address of the network to names without a dot;
    /// <c>*</c> for all.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The files with the data, in the order of loading.</summary>
    public IReadOnlyList<string> DataFiles { get; init; } = [];

    /// <summary>Whether the files are loaded again when they change.</summary>
    public bool WatchesFiles { get; init; }

    /// <summary>Whether only this machine reaches the server.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address);
}
