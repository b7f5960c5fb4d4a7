using System.Text.Json;
using Kajabi.Composer;
using Kajabi.Composer.Model;
using Kajabi.Composer.Pipeline;
using Kajabi.Contract.Payloads;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Live;

/// <summary>
/// Requests each list and the resources of its first item, and compares the responses with the OpenAPI document, like recorded documents.
/// </summary>
/// <param name="contract">The OpenAPI document.</param>
/// <param name="kajabi">The client of the account.</param>
/// <param name="last">The last response to the client.</param>
/// <param name="deviations">Collects the differences.</param>
internal sealed class LiveCheck(ComposedContract contract, IKajabiClient kajabi, ResponseRecorder last, DeviationCollector deviations)
{
    private const string TokenPath = "/v1/oauth/token";
    private const string SiteFilter = "filter[site_id]";
    private const string Sites = "/sites";

    private readonly DocumentChecker _checker = new(contract.Root, contract.Model, deviations);
    private readonly Dictionary<string, string> _firstIds = [];
    private readonly List<string> _checked = [];
    private readonly List<Finding> _unchecked = [];

    /// <summary>Gets the operations whose responses were compared.</summary>
    public IReadOnlyList<string> Checked => _checked;

    /// <summary>Gets the operations that could not be checked, with the reasons.</summary>
    public IReadOnlyList<Finding> Unchecked => _unchecked;

    /// <exception cref="KajabiApiException">No access token could be obtained for the first request, so nothing was checked.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Lists are read first, because they contain the ids for other requests; sites before them, because some lists require a site id.
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

        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/vnd.api+json, application/json");
        try
        {
            await kajabi.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsRejectedSuccess(exception))
        {
            // The text of the response is checked, whatever the client accepts.
        }
        catch (KajabiApiException exception) when (exception.PathTemplate != TokenPath || _checked.Count > 0)
        {
            Skip(operation, GetReason(exception));
            return;
        }

        Check(operation);
    }

    /// <summary>Compares the last response with the OpenAPI document.</summary>
    private void Check(OperationModel operation)
    {
        string name = RecordedName.GetName(operation);
        if (last.Body.Length > 0)
        {
            JToken root;
            try
            {
                root = StrictJson.Parse(last.Body);
            }
            catch (JsonException)
            {
                Skip(operation, "The response is not JSON.");
                return;
            }

            _checker.Check(new RecordedDocument(string.Empty, name, RecordedKind.Response, (int)last.Status, root));
            StoreFirstId(operation, root);
        }

        _checked.Add(name);
    }

    /// <summary>Returns whether the API returned a success that the client does not accept.</summary>
    private static bool IsRejectedSuccess(Exception exception) =>
        exception is KajabiSerializationException
        || (exception is KajabiApiException { PathTemplate: not TokenPath, StatusCode: { } status } && (int)status is >= 200 and < 300);

    private static string GetReason(KajabiApiException exception) =>
        exception switch
        {
            { PathTemplate: TokenPath } => "No access token could be obtained.",
            { StatusCode: { } status } => $"The API returned the status code {(int)status}.",
            { Kind: KajabiErrorKind.Timeout } => "The request timed out.",
            _ => $"The request failed: {GetCause(exception)}.",
        };

    /// <summary>Returns the cause of a failure without a response, such as <c>NameResolutionError</c>.</summary>
    public static string GetCause(KajabiApiException exception) =>
        exception.InnerException is HttpRequestException cause ? $"{cause.HttpRequestError}" : $"{exception.Kind}";

    /// <summary>Stores the id of the first item of a list, by the path of the list.</summary>
    private void StoreFirstId(OperationModel operation, JToken root)
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
                reason = $"{list} returned no item.";
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
                reason = $"The operation requires `{name}`, whose value is unknown.";
                return null;
            }

            query.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(site)}");
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private void Skip(OperationModel operation, string reason) =>
        _unchecked.Add(
            new Finding(
                LiveRules.NotChecked,
                new FindingLocation(RecordedName.GetName(operation), string.Empty) { Direction = Direction.Response },
                $"Not checked. {reason}"
            )
        );
}
