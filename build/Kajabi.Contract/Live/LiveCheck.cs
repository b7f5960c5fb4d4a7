using System.Text.Json;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Payloads;
using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Live;

/// <summary>Reads every list and what the first entry of each leads to, and holds the answers against the contract like recorded ones.</summary>
/// <param name="contract">The contract.</param>
/// <param name="connection">The account.</param>
/// <param name="departures">Takes what differs.</param>
internal sealed class LiveCheck(ComposedContract contract, LiveConnection connection, DeviationCollector departures)
{
    private const string SiteFilter = "filter[site_id]";
    private const string Sites = "/sites";

    private readonly DocumentChecker _checker = new(contract.Root, contract.Model, departures);
    private readonly Dictionary<string, string> _firstIds = [];
    private readonly List<string> _checked = [];
    private readonly List<ContractFinding> _unchecked = [];

    /// <summary>The operations whose answers were held against the contract.</summary>
    public IReadOnlyList<string> Checked => _checked;

    /// <summary>The operations that were not, with the reason.</summary>
    public IReadOnlyList<ContractFinding> Unchecked => _unchecked;

    /// <exception cref="UnreadableFileException">The account cannot be read at all.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await connection.AuthenticateAsync(cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            throw new UnreadableFileException(
                "live",
                1,
                1,
                $"The API gave no access token (status {(int)refusal}), so nothing was checked. Check {LiveSettings.ClientIdVariable} and {LiveSettings.ClientSecretVariable}."
            );
        }

        // Lists come first, since their entries give the ids of the rest; sites before all, since some lists ask for one.
        IEnumerable<OperationModel> reads = contract
            .Model.Operations.Where(static operation => operation.Method == "get")
            .OrderBy(static operation => operation.PathParameters.Count)
            .ThenBy(static operation => operation.Path.EndsWith(Sites, StringComparison.Ordinal) ? 0 : 1);
        foreach (OperationModel operation in reads)
        {
            await CheckAsync(operation, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CheckAsync(OperationModel operation, CancellationToken cancellationToken)
    {
        if (Address(operation, out string reason) is not { } address)
        {
            Skip(operation, reason);
            return;
        }

        try
        {
            LiveResponse answer = await connection
                .GetAsync(address, "application/vnd.api+json, application/json", cancellationToken)
                .ConfigureAwait(false);
            if (answer.IsSuccess)
            {
                Check(operation, answer);
            }
            else
            {
                Skip(operation, $"The API answered with status {(int)answer.Status}.");
            }
        }
        catch (JsonException)
        {
            Skip(operation, "The answer is no JSON.");
        }
        catch (HttpRequestException exception)
        {
            Skip(operation, $"The API could not be asked: {exception.HttpRequestError}.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Skip(operation, "The API did not answer in time.");
        }
    }

    private void Check(OperationModel operation, LiveResponse answer)
    {
        string name = RecordedName.GetName(operation);
        if (answer.Body.Length > 0)
        {
            JToken root = StrictJson.Parse(answer.Body);
            _checker.Check(new RecordedDocument(string.Empty, name, RecordedKind.Response, (int)answer.Status, root));
            Remember(operation, root);
        }

        _checked.Add(name);
    }

    /// <summary>Keeps the id of the first entry of a list, by the path of the list.</summary>
    private void Remember(OperationModel operation, JToken root)
    {
        if (
            operation.PathParameters.Count == 0
            && (root as JObject)?["data"] is JArray list
            && (list.FirstOrDefault() as JObject)?["id"] is JValue { Value: string { Length: > 0 } id }
        )
        {
            _firstIds.TryAdd(operation.Path, id);
        }
    }

    private string? Address(OperationModel operation, out string reason)
    {
        string path = operation.Path;
        reason = string.Empty;
        while (path.IndexOf('{', StringComparison.Ordinal) is var start and >= 0)
        {
            string list = path[..start].TrimEnd('/');
            if (!_firstIds.TryGetValue(list, out string? id))
            {
                reason = $"The account shows no entry of {list}.";
                return null;
            }

            path = string.Concat(
                path.AsSpan(0, start),
                Uri.EscapeDataString(id),
                path.AsSpan(path.IndexOf('}', StringComparison.Ordinal) + 1)
            );
        }

        List<string> query = [];
        foreach (
            string name in operation
                .QueryParameters.Where(static parameter => (bool?)parameter["required"] == true)
                .Select(static parameter => (string)parameter["name"]!)
        )
        {
            string? site = _firstIds.FirstOrDefault(static list => list.Key.EndsWith(Sites, StringComparison.Ordinal)).Value;
            if (name != SiteFilter || site is null)
            {
                reason = $"It asks for `{name}`, which is not known.";
                return null;
            }

            query.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(site)}");
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private void Skip(OperationModel operation, string reason) =>
        _unchecked.Add(
            new ContractFinding(
                Rule.NotChecked.Id,
                Rule.NotChecked.Severity,
                RecordedName.GetName(operation),
                Direction.Response,
                string.Empty,
                null,
                null,
                $"Not checked. {reason}"
            )
        );
}
