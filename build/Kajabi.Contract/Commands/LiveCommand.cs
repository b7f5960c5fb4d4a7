using System.CommandLine;
using Kajabi.Contract.Live;
using Kajabi.Contract.Payloads;
using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Commands;

/// <summary><c>live</c>: what a real account answers, against the contract.</summary>
internal static class LiveCommand
{
    public static Command Create()
    {
        Option<string> contract = new("--contract")
        {
            Description = "The contract.",
            DefaultValueFactory = static _ => Path.Combine("openapi", "openapi.yaml"),
        };
        Option<string?> overlay = OverlayOption.Create();
        Command command = new(
            "live",
            $"Read an account with GET alone and hold its answers against the contract. Needs {LiveSettings.ClientIdVariable} and {LiveSettings.ClientSecretVariable}; {LiveSettings.BaseUrlVariable} is the contract's server unless set."
        )
        {
            contract,
            overlay,
        };
        ReportOptions report = ReportOptions.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                string contractPath = parsed.GetValue(contract)!;
                using SocketsHttpHandler handler = new()
                {
                    AllowAutoRedirect = false,
                    Proxy = new LoopbackBypassProxy(HttpClient.DefaultProxy),
                };
                return await RunAsync(
                        contractPath,
                        OverlayOption.Path(parsed.GetValue(overlay), contractPath),
                        Environment.GetEnvironmentVariable,
                        report.Read(parsed, contractPath),
                        Console.Out,
                        Console.Error,
                        handler,
                        TimeProvider.System,
                        ConsoleColorSupport.IsWanted,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
        );
        return command;
    }

    /// <param name="contractPath">The contract.</param>
    /// <param name="overlayPath">Its overlay; null for none.</param>
    /// <param name="variable">Reads a variable of the environment.</param>
    /// <param name="settings">How to report.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="handler">Sends the requests.</param>
    /// <param name="time">The clock that waits.</param>
    /// <param name="isTerminal">Whether the output may be coloured.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    internal static async Task<int> RunAsync(
        string contractPath,
        string? overlayPath,
        Func<string, string?> variable,
        ReportSettings settings,
        TextWriter output,
        TextWriter errors,
        HttpMessageHandler handler,
        TimeProvider time,
        bool isTerminal,
        CancellationToken cancellationToken
    )
    {
        string? clientId = variable(LiveSettings.ClientIdVariable);
        string? clientSecret = variable(LiveSettings.ClientSecretVariable);
        if (string.IsNullOrEmpty(clientId) || string.IsNullOrEmpty(clientSecret))
        {
            ContractReport nothing = new(contractPath, "live", [], [])
            {
                Conclusion = Conclusion(
                    $"Nothing was checked: {LiveSettings.ClientIdVariable} and {LiveSettings.ClientSecretVariable} are not set.",
                    []
                ),
            };
            return ReportRun.Run(settings, [], () => nothing, output, errors, isTerminal);
        }

        return await ReportRun
            .RunAsync(
                settings,
                DeviationCollector.RuleIds,
                async () =>
                {
                    ComposedContract contract = ComposedContract.Load(contractPath, overlayPath);
                    Uri address = Address(variable(LiveSettings.BaseUrlVariable), (string?)contract.Root.SelectToken("servers[0].url"));
                    using LiveConnection connection = new(new LiveSettings(address, clientId, clientSecret), handler, time);
                    return await CheckAsync(contractPath, address, contract, connection, cancellationToken).ConfigureAwait(false);
                },
                output,
                errors,
                isTerminal
            )
            .ConfigureAwait(false);
    }

    private static async Task<ContractReport> CheckAsync(
        string contractPath,
        Uri address,
        ComposedContract contract,
        LiveConnection connection,
        CancellationToken cancellationToken
    )
    {
        DeviationCollector departures = new();
        LiveCheck check = new(contract, connection, departures);
        try
        {
            await check.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new UnreadableFileException(
                address.Host,
                1,
                1,
                $"The API cannot be reached ({exception.HttpRequestError}), so nothing was checked."
            );
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableFileException(address.Host, 1, 1, "The API sent no response in time, so nothing was checked.");
        }

        if (check.Checked.Count == 0)
        {
            throw new UnreadableFileException(
                address.Host,
                1,
                1,
                $"None of the API's answers could be checked. {(check.Unchecked.Count > 0 ? check.Unchecked[0].Message : string.Empty)}"
            );
        }

        return new ContractReport(contractPath, address.Host, departures.Findings, check.Unchecked)
        {
            Conclusion = Conclusion(
                $"Checked the answers of {check.Checked.Count} operations; {check.Unchecked.Count} could not be checked.",
                check.Checked
            ),
        };
    }

    private static ReportConclusion Conclusion(string summary, IReadOnlyList<string> operations) =>
        new(summary, null, new JObject { ["summary"] = summary, ["checked"] = new JArray(operations) });

    /// <summary>Credentials go over https, or to this machine.</summary>
    /// <summary>
    /// Returns the address of the API. A contract alone does not decide where the credentials go: a server of the contract is used only if it
    /// is Kajabi's own.
    /// </summary>
    private static Uri Address(string? given, string? server)
    {
        bool isGiven = !string.IsNullOrEmpty(given);
        string? address = isGiven ? given : server;
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        )
        {
            throw new UnreadableFileException(
                LiveSettings.BaseUrlVariable,
                1,
                1,
                $"`{address}` is not an https address. Set {LiveSettings.BaseUrlVariable}."
            );
        }

        return isGiven || uri.IdnHost == LiveSettings.DefaultHost
            ? uri
            : throw new UnreadableFileException(
                LiveSettings.BaseUrlVariable,
                1,
                1,
                $"The contract names the server `{uri.IdnHost}`, which is not {LiveSettings.DefaultHost}. Set {LiveSettings.BaseUrlVariable} to send the credentials there."
            );
    }
}
