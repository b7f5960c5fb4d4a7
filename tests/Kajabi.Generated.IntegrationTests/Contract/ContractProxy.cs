using System.Diagnostics;
using Kajabi.Sandbox;
using Kajabi.Tests;
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
        string folder = NodePackages.Folder("Contract/validator");
        MissingReason = await NodePackages.InstallAsync(folder);
        if (MissingReason is not null)
        {
            return;
        }

        _sandbox = await KajabiSandbox.StartAsync();
        string contract = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml");
        _validator = NodePackages.Start(folder, "node", "proxy.mjs", contract, _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority));
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
        using HttpClient http = LoopbackHttp.Create(Address);
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
}
