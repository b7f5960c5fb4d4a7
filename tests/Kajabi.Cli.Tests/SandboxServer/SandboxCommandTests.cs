using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>The process <c>kajabi sandbox</c>.</summary>
public sealed class SandboxCommandTests
{
    private static readonly Dictionary<string, string> s_noVariables = [];

    [SkippableTheory]
    [InlineData(ProcessTests.InterruptSignal)]
    [InlineData(ProcessTests.TerminateSignal)]
    public async Task It_prints_that_it_is_ready_its_settings_and_each_request_and_ends_with_0(int signal)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();
        using HttpResponseMessage unauthorized = await sandbox.Http.GetAsync("/v1/contacts?page[size]=1&x=\u001b[2J");

        CliResult result = await sandbox.StopAsync(signal);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"Kajabi sandbox is ready: {sandbox.Origin}", lines[0]);
        Assert.Contains($"  export KAJABI_BASE_URL={sandbox.Origin}", lines);
        Assert.Contains("  export KAJABI_CLIENT_ID=sandbox-client", lines);
        Assert.Contains("  export Kajabi__ClientSecret=sandbox-secret", lines);
        Assert.Matches(@"^GET /v1/contacts\?page\[size\]=1&x=%1B\[2J 401 \d+ ms", lines[^1]);
    }

    [SkippableTheory]
    [InlineData(ProcessTests.InterruptSignal)]
    [InlineData(ProcessTests.TerminateSignal)]
    public async Task A_signal_right_after_the_first_line_ends_it_with_0(int signal)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        CliResult result = await sandbox.StopAsync(signal);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    [SkippableTheory]
    [InlineData(ProcessTests.InterruptSignal)]
    [InlineData(ProcessTests.TerminateSignal)]
    public async Task A_signal_before_the_first_line_ends_it_with_0(int signal)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        using TemporaryFolder folder = new();
        string pipe = folder.File("data.ndjson");
        NamedPipe.Create(pipe);
        using Process process = CliProcess.Start(s_noVariables, "sandbox", "--port", "0", "--data", pipe);
        try
        {
            // It waits for the data, so it cannot be ready.
            await using FileStream _ = await NamedPipe.WaitForReaderAsync(pipe);

            Assert.Equal(0, ProcessTests.Send(signal, process));

            Assert.Equal(new CliResult(0, string.Empty, string.Empty), await CliProcess.WaitAsync(process));
        }
        finally
        {
            CliProcess.Kill(process);
        }
    }

    [SkippableFact]
    public async Task With_json_each_line_is_an_event()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync("--json");
        using HttpResponseMessage _ = await sandbox.Http.GetAsync("/v1/contacts?a=b");

        CliResult result = await sandbox.StopAsync(ProcessTests.TerminateSignal);

        Assert.Equal(["ready", "request"], result.Lines.Select(static line => (string?)line["event"]));
        Assert.Equal((string?)result.Lines[0]["url"], (string?)result.Lines[0].SelectToken("settings.KAJABI_BASE_URL"));
        Assert.Equal(
            ("GET", "/v1/contacts", "a=b", 401),
            (
                (string?)result.Lines[1]["method"],
                (string?)result.Lines[1]["path"],
                (string?)result.Lines[1]["query"],
                (int)result.Lines[1]["status"]!
            )
        );
    }

    [SkippableFact]
    public async Task What_is_ignored_is_logged_or_with_strict_rejected()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using SandboxProcess lenient = await SandboxProcess.StartAsync();
        await using SandboxProcess strict = await SandboxProcess.StartAsync("--strict");

        using HttpResponseMessage accepted = await ApiCall.SendAsync(lenient.Http, "/v1/contacts?filter[email]=a@example.com");
        using HttpResponseMessage rejected = await ApiCall.SendAsync(strict.Http, "/v1/contacts?filter[email]=a@example.com");
        CliResult log = await lenient.StopAsync(ProcessTests.TerminateSignal);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (accepted.StatusCode, rejected.StatusCode));
        Assert.Matches(@"GET /v1/contacts\?filter\[email\]=a@example.com 200 \d+ ms \(ignored: .*filter\[email\]", log.Output);
    }

    [SkippableFact]
    public async Task It_ends_when_its_output_is_closed()
    {
        Skip.If(OperatingSystem.IsWindows(), "On Windows a closed pipe is not reported.");
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        sandbox.CloseReader();
        using HttpResponseMessage _ = await sandbox.Http.GetAsync("/v1/contacts");

        Assert.Equal(141, await sandbox.WaitForExitAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_a_usage_error_with_a_remedy()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        int port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        CliResult result = await InProcessCli.RunAsync(s_noVariables, "sandbox", "--port", $"{port}");

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains($"127.0.0.1:{port} is in use", result.Error, StringComparison.Ordinal);
        Assert.Contains("--port 0", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port must be a number from 0 to 65535; 'many' is not", "--port", "many")]
    [InlineData("--bind must be an IP address such as 127.0.0.1 or 0.0.0.0; 'everywhere' is not", "--bind", "everywhere")]
    [InlineData("192.0.2.1 is no address of this machine", "--bind", "192.0.2.1", "--port", "0")]
    [InlineData("--cors must be an origin such as http://localhost:3000, or *; 'localhost' is not", "--cors", "localhost")]
    [InlineData("--cors must be an origin such as http://localhost:3000, or *; 'null' is not", "--cors", "null")]
    [InlineData("--allow-host must be a host name such as sandbox.example.test, or *; 'http://a' is not", "--allow-host", "http://a")]
    [InlineData("--sample-data must be true or false; 'no' is neither", "--sample-data", "no")]
    [InlineData("The certificate 'missing.pfx' cannot be read", "--certificate", "missing.pfx")]
    public async Task An_invalid_option_is_a_usage_error(string expected, params string[] options)
    {
        CliResult result = await InProcessCli.RunAsync(s_noVariables, ["sandbox", .. options]);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_address_of_the_network_is_a_warning()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync("--bind", "0.0.0.0");

        CliResult result = await sandbox.StopAsync(ProcessTests.TerminateSignal);

        Assert.Equal("127.0.0.1", sandbox.Address.Host);
        Assert.Contains("warning: other machines can reach 0.0.0.0", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [SkippableFact]
    public async Task HTTPS_uses_the_given_certificate()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        using TemporaryFolder folder = new();
        string thumbprint = await WriteCertificateAsync(folder.File("sandbox.pfx"), "hush-hush");

        await using SandboxProcess sandbox = await SandboxProcess.StartAsync(
            new Dictionary<string, string> { ["KAJABI_SANDBOX_CERTIFICATE_PASSWORD"] = "hush-hush" },
            "--certificate",
            folder.File("sandbox.pfx")
        );
        string? received = null;
        using HttpClient http = new(
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = (_, certificate, _, _) => (received = certificate?.Thumbprint) is not null,
            }
        );
        JsonNode health = JsonNode.Parse(await http.GetStringAsync(new Uri(sandbox.Address, "/_sandbox/health")))!;

        Assert.Equal(("https", "localhost"), (sandbox.Address.Scheme, sandbox.Address.Host));
        Assert.Equal((thumbprint, "ok"), (received, (string?)health["status"]));
    }

    private static async Task<string> WriteCertificateAsync(string file, string password)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using X509Certificate2 certificate = request.CreateSelfSigned(start, start.AddYears(100));
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, password));
        return certificate.Thumbprint;
    }
}
