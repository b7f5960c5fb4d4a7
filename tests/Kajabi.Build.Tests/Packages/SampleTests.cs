using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Kajabi.Sandbox;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;

namespace Kajabi.Build.Tests.Packages;

/// <summary>The samples are built from the packages alone, with an empty package cache, and run against the sandbox.</summary>
[Collection(nameof(PackageBuilds))]
public sealed partial class SampleTests(PackedRepository packed)
{
    private const string ContactId = "123";

    [Theory]
    [InlineData("build", null)]
    [InlineData("publish", "-p:PublishTrimmed=true")]
    [InlineData("publish", "-p:PublishAot=true")]
    public async Task A_console_application_reads_a_contact_with_its_offers(string command, string? mode)
    {
        string[] arguments = mode is null ? [] : ["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", mode];
        string program = Build("Console", command, arguments);
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        string printed = await RunAsync(
            program,
            [ContactId],
            new()
            {
                ["KAJABI_BASE_URL"] = sandbox.BaseAddress.AbsoluteUri,
                ["KAJABI_CLIENT_ID"] = sandbox.ClientId,
                ["KAJABI_CLIENT_SECRET"] = sandbox.ClientSecret,
            }
        );

        Assert.StartsWith("Johanna Brandt\nWheel throwing, full course: ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_for_NET_8_reads_its_configuration_and_a_list()
    {
        string program = Build("Worker");
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        // The runtime of .NET 8 need not be installed.
        string printed = await RunAsync(
            program,
            ["--Logging:LogLevel:Default=None", .. Settings(sandbox)],
            new() { ["DOTNET_ROLL_FORWARD"] = "Major" }
        );

        Assert.Matches(@"\A\d+ contacts\n\z", printed);
    }

    [Fact]
    public async Task An_API_returns_a_resource_and_has_a_webhook_endpoint()
    {
        string program = Build("WebApi");
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        string secret = Guid.NewGuid().ToString("N");

        using Process process = Start(
            program,
            ["--urls", "http://127.0.0.1:0", $"--Kajabi:WebhookSecret={secret}", .. Settings(sandbox)],
            []
        );
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync();
            } while (line is not null && !Listening().IsMatch(line));

            using HttpClient http = LoopbackHttp.Create(new Uri(Listening().Match(line ?? string.Empty).Groups["url"].Value));
            JObject contact = JObject.Parse(await http.GetStringAsync(new Uri($"/contacts/{ContactId}", UriKind.Relative)));
            using HttpResponseMessage rejected = await http.PostAsync(new Uri("/hooks/kajabi?secret=wrong", UriKind.Relative), null);

            Assert.Equal("Johanna Brandt", (string?)contact["attributes"]?["name"]);
            Assert.Equal(403, (int)rejected.StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void Tests_use_the_sandbox_and_mocks()
    {
        string log = PackedRepository.Run(
            Path.Combine(packed.Samples, "Tests"),
            "dotnet",
            "test",
            "-c",
            "Release",
            "-warnaserror",
            "-nologo"
        );

        Assert.Contains("Passed:     4", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tools_are_installed_and_run()
    {
        string tools = Path.Combine(packed.Samples, "tools");
        foreach (string tool in (string[])["kajabi", "kajabi-contract"])
        {
            PackedRepository.Run(packed.Samples, "dotnet", "tool", "install", tool, "--tool-path", tools, "--prerelease");
        }

        Assert.Contains(
            "Johanna Brandt",
            await RunAsync(Path.Combine(tools, "kajabi"), ["get", "contacts", ContactId], []),
            StringComparison.Ordinal
        );
        Assert.Contains("KC0001", await RunAsync(Path.Combine(tools, "kajabi-contract"), ["rules"], []), StringComparison.Ordinal);
    }

    /// <summary>Builds or publishes a sample and returns the path of its program.</summary>
    private string Build(string sample, string command = "build", params string[] arguments)
    {
        string folder = Path.Combine(packed.Samples, sample);
        string output = Path.Combine(packed.Samples, "output", Path.GetRandomFileName());
        PackedRepository.Run(folder, "dotnet", [command, "-c", "Release", "-o", output, "-warnaserror", "-nologo", "-v:q", .. arguments]);
        return Path.Combine(output, sample);
    }

    private static string[] Settings(KajabiSandbox sandbox) =>
        [
            $"--Kajabi:BaseAddress={sandbox.BaseAddress}",
            $"--Kajabi:ClientId={sandbox.ClientId}",
            $"--Kajabi:ClientSecret={sandbox.ClientSecret}",
        ];

    private static async Task<string> RunAsync(string program, string[] arguments, Dictionary<string, string> environment)
    {
        using Process process = Start(program, arguments, environment);
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return output.ReplaceLineEndings("\n");
    }

    private static Process Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)")]
    private static partial Regex Listening();
}
