namespace Kajabi.Tests;

/// <summary>Clients of servers on this machine, which a proxy of the environment cannot reach.</summary>
internal static class LoopbackHttp
{
    public static HttpClient Create(Uri? baseAddress = null) =>
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = baseAddress };
}
