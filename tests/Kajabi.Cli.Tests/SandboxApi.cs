using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>What the command needs to talk to a sandbox that outlives it.</summary>
internal static class SandboxApi
{
    public static IReadOnlyDictionary<string, string> Environment(KajabiSandbox sandbox) =>
        new Dictionary<string, string>
        {
            ["KAJABI_BASE_URL"] = sandbox.BaseAddress.AbsoluteUri,
            ["KAJABI_CLIENT_ID"] = sandbox.ClientId,
            ["KAJABI_CLIENT_SECRET"] = sandbox.ClientSecret,
        };
}
