using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>The environment variables for a sandbox that several commands use.</summary>
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
