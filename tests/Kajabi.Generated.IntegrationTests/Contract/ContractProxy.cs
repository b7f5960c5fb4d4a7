using System.Diagnostics;
using Kajabi.Sandbox;
using Newtonsoft.Json;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>
/// A sandbox behind <c>validator/proxy.mjs</c>, which validates every request against <c>openapi/openapi.yaml</c> with the
/// third-party express-openapi-validator, independently of the composer.
/// </summary>
public sealed class ContractProxy : IAsyncLifetime
{
    private KajabiSandbox? _sandbox;
    private Process? _validator;

    /// <summary>The reason why the validator is not available; null if it is running. In CI a missing tool fails the tests.</summary>
    public string? MissingReason { get; private set; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Contract", "validator");
        MissingReason = await PrepareAsync(folder);
        if (MissingReason is not null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", MissingReason);
            return;
        }

        _sandbox = await KajabiSandbox.StartAsync();
        string contract = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml");
        _validator = Start(folder, "node", "proxy.mjs", contract, _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority));
        Address = new Uri(
            await _validator.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"The validator did not start: {await _validator.StandardError.ReadToEndAsync()}")
        );
    }

    public KajabiClient Connect() =>
        new KajabiClient(
            new KajabiClientOptions
            {
                BaseAddress = Address,
                ClientId = _sandbox!.ClientId,
                ClientSecret = _sandbox.ClientSecret,
            }
        );

    /// <summary>Returns all requests so far with the results of the validator.</summary>
    public async Task<IReadOnlyList<CheckedRequest>> RequestsAsync()
    {
        using HttpClient http = new() { BaseAddress = Address };
        return JsonConvert.DeserializeObject<List<CheckedRequest>>(await http.GetStringAsync("/-/requests"))!;
    }

    public async Task DisposeAsync()
    {
        if (_validator is not null)
        {
            // The process exits at the end of its standard input.
            _validator.StandardInput.Close();
            await _validator.WaitForExitAsync();
            _validator.Dispose();
        }

        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    /// <summary>Installs the validator into the output folder, once per build; returns the reason of a failure.</summary>
    private static async Task<string?> PrepareAsync(string folder)
    {
        FileInfo installed = new(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            return null;
        }

        try
        {
            using Process npm = Start(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            npm.StandardInput.Close();
            Task<string> output = npm.StandardOutput.ReadToEndAsync();
            string error = await npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            await output;
            return npm.ExitCode == 0 ? null : $"npm could not install the request validator: {error}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "The request validator needs Node.js 20 or newer: install node and npm.";
        }
    }

    private static Process Start(string folder, string program, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
