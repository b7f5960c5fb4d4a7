using System.CommandLine;
using System.Net;
using Kajabi.Composer;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Pipeline;
using Kajabi.Contract.Live;
using Kajabi.Contract.Payloads;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Commands;

/// <summary><c>live</c>: compares the responses for a real account with the OpenAPI document.</summary>
internal static class LiveCommand
{
    public static Command Create()
    {
        Option<string> contract = ContractOption.Create("The OpenAPI document.");
        Option<string?> overlay = OverlayOption.Create();
        Command command = new(
            "live",
            "Compare the responses for a real account with the OpenAPI document, with GET requests only. "
                + $"Requires {LiveVariables.ClientIdVariable} and {LiveVariables.ClientSecretVariable}. "
                + $"{LiveVariables.BaseUrlVariable} defaults to the server of the document."
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
                using SocketsHttpHandler handler = new();
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

    /// <param name="contractPath">The OpenAPI document.</param>
    /// <param name="overlayPath">Its overlay; null for none.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="settings">The report settings.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="handler">The HTTP handler.</param>
    /// <param name="time">The clock for delays.</param>
    /// <param name="isTerminal">Whether the output can be colored.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
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
        string? clientId = variable(LiveVariables.ClientIdVariable);
        string? clientSecret = variable(LiveVariables.ClientSecretVariable);
        if (string.IsNullOrEmpty(clientId) || string.IsNullOrEmpty(clientSecret))
        {
            ContractReport empty = new(contractPath, "live", [], [])
            {
                Conclusion = Conclusion(
                    $"Nothing was checked: {LiveVariables.ClientIdVariable} and {LiveVariables.ClientSecretVariable} are not set.",
                    []
                ),
            };
            return ReportRun.Run(settings, [], () => empty, output, errors, isTerminal);
        }

        return await ReportRun
            .RunAsync(
                settings,
                RuleCatalog.Ids(RuleCategory.Payload),
                async () =>
                {
                    DeviationCollector deviations = new();
                    ComposedContract contract = ComposedContract.Load(contractPath, overlayPath);
                    Uri address = Address(variable(LiveVariables.BaseUrlVariable), (string?)contract.Root.SelectToken("servers[0].url"));
                    using ResponseRecorder last = new(LiveClient.MaxResponseBytes) { InnerHandler = handler };
                    using KajabiClient kajabi = LiveClient.Create(address, clientId, clientSecret, last, time);
                    LiveCheck check = new(contract, kajabi, last, deviations);
                    return await CheckAsync(contractPath, address, check, deviations, cancellationToken).ConfigureAwait(false);
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
        LiveCheck check,
        DeviationCollector deviations,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await check.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (KajabiApiException exception)
        {
            throw new UnreadableFileException(
                address.AbsoluteUri,
                exception switch
                {
                    { Kind: KajabiErrorKind.Unauthorized or KajabiErrorKind.Validation, StatusCode: { } status } =>
                        $"No access token could be obtained (status {(int)status}), so nothing was checked. "
                            + $"Correct {LiveVariables.ClientIdVariable} and {LiveVariables.ClientSecretVariable}.",
                    { StatusCode: { } status } => $"No access token could be obtained (status {(int)status}), so nothing was checked. "
                        + (
                            status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
                                ? "Try again later."
                                : $"Check {LiveVariables.BaseUrlVariable}, {LiveVariables.ClientIdVariable} "
                                    + $"and {LiveVariables.ClientSecretVariable}."
                        ),
                    _ => $"The API cannot be reached ({LiveCheck.GetCause(exception)}), so nothing was checked.",
                }
            );
        }

        if (check.Checked.Count == 0)
        {
            throw new UnreadableFileException(
                address.AbsoluteUri,
                $"No response of the API could be checked. {(check.Unchecked.Count > 0 ? check.Unchecked[0].Message : string.Empty)}"
            );
        }

        return new ContractReport(contractPath, address.Host, deviations.Findings, check.Unchecked)
        {
            Conclusion = Conclusion(
                $"Checked the responses of {check.Checked.Count} operations; {check.Unchecked.Count} could not be checked.",
                check.Checked
            ),
        };
    }

    private static ReportConclusion Conclusion(string summary, IReadOnlyList<string> operations) =>
        new(summary, null, new JObject { ["summary"] = summary, ["checked"] = new JArray(operations) });

    /// <summary>
    /// Returns the base URL of the API, which must be https or loopback. A server of the document is used only if it is Kajabi's own, so
    /// that a document cannot redirect the credentials.
    /// </summary>
    private static Uri Address(string? configured, string? server)
    {
        bool isConfigured = !string.IsNullOrEmpty(configured);
        string? address = isConfigured ? configured : server;
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        )
        {
            throw new UnreadableFileException(
                LiveVariables.BaseUrlVariable,
                // The value may contain a password.
                $"The base URL is not an https URL. Set {LiveVariables.BaseUrlVariable} to an https URL."
            );
        }

        return isConfigured || uri.IdnHost == LiveVariables.DefaultHost
            ? uri
            : throw new UnreadableFileException(
                LiveVariables.BaseUrlVariable,
                $"The OpenAPI document declares the server `{uri.IdnHost}`, which is not {LiveVariables.DefaultHost}. "
                    + $"Set {LiveVariables.BaseUrlVariable} to send the credentials there."
            );
    }
}
