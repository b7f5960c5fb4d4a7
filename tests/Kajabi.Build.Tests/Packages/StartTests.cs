using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Kajabi.Sandbox;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Packages;

/// <summary>
/// An application with the package starts without compiling the SDK. The time depends on the machine; the number of methods that are
/// compiled just in time does not.
/// </summary>
[Collection(nameof(PackageBuilds))]
public sealed class StartTests(PackedRepository packed)
{
    // Measured: 261 to 360, the methods of Refit, which has no machine code, and those of generic classes of .NET; 897 if the SDK has none.
    private const int MaxMethods = 400;

    [PrecompiledSystemFact]
    public async Task An_application_compiles_few_methods_more_than_with_HttpClient()
    {
        DirectoryInfo output = Directory.CreateTempSubdirectory("kajabi-start-");
        try
        {
            packed.RunInClone(clone => Build(clone, output.FullName));
            string program = Path.Combine(output.FullName, "Kajabi.Generated.ColdStart.dll");
            await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

            int plain = await CountMethodsAsync(program, "plain", sandbox);
            int sdk = await CountMethodsAsync(program, "sdk", sandbox);

            Assert.InRange(sdk - plain, 1, MaxMethods);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private void Build(string clone, string output)
    {
        string version = (string)PackedRepository.Metadata(packed.Find("Kajabi.Generated")).Element("version")!;
        PackedRepository.Run(
            clone,
            "dotnet",
            "build",
            "tests/Kajabi.Generated.ColdStart",
            "-c",
            "Release",
            "-o",
            output,
            "-nologo",
            $"-p:KajabiPackageVersion={version}",
            $"-p:RestoreAdditionalProjectSources={packed.Packages}",
            $"-p:RestorePackagesPath={Path.Combine(output, "cache")}"
        );
    }

    private static async Task<int> CountMethodsAsync(string program, string client, KajabiSandbox sandbox)
    {
        ProcessStartInfo start = new(
            "dotnet",
            [program, client, sandbox.BaseAddress.AbsoluteUri, sandbox.ClientId, sandbox.ClientSecret, "2148433001"]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_ReadyToRun"] = "1";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["DOTNET_TC_CallCounting"] = "0"; // Methods that run often are not compiled again.
        using Process process = Process.Start(start)!;
        string[] lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n');
        await process.WaitForExitAsync();

        Assert.Equal("Tomas Moreau", lines[0].TrimEnd());
        return int.Parse(lines[1].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Runs on the systems that the package has machine code for.</summary>
    private sealed class PrecompiledSystemFactAttribute : FactAttribute
    {
        public PrecompiledSystemFactAttribute() =>
            Skip =
                RuntimeInformation.RuntimeIdentifier.EndsWith("-x64", StringComparison.Ordinal) && !OperatingSystem.IsMacOS()
                || (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64)
                    ? null
                    : "The package has no machine code for this system.";
    }
}
