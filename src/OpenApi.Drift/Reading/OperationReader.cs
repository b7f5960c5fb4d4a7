using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Reading;

/// <summary>Reads the operations of an OpenAPI document.</summary>
internal sealed class OperationReader
{
    /// <summary>The maximum nesting of callbacks, which can refer to themselves.</summary>
    private const int MaxCallbackDepth = 3;

    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly ContractDocument _document;
    private readonly ParameterReader _parameters;
    private readonly ResponseReader _responses;

    public OperationReader(ContractDocument document)
    {
        _document = document;
        _parameters = new ParameterReader(document);
        _responses = new ResponseReader(document, _parameters);
        Security = new SecurityReader(document);
    }

    public SecurityReader Security { get; }

    /// <summary>Returns the operations that clients call.</summary>
    public IReadOnlyList<NormalizedOperation> ReadPaths()
    {
        foreach (
            IGrouping<string, JProperty> paths in Items(_document.Root["paths"]).GroupBy(static item => new PathTemplate(item.Name).Key)
        )
        {
            foreach (JProperty path in paths.Skip(1))
            {
                _document.Defects.Add(
                    DefectRules.AmbiguousPath,
                    path,
                    $"The paths `{paths.First().Name}` and `{path.Name}` differ only in the names of their parameters."
                );
            }
        }

        return [.. Items(_document.Root["paths"]).SelectMany(item => Read(item.Name, item.Value, depth: 0))];
    }

    /// <summary>Returns the requests that the API sends as webhooks.</summary>
    public IReadOnlyList<NormalizedOperation> ReadWebhooks() =>
        [.. Items(_document.Root["webhooks"]).SelectMany(item => Read(item.Name, item.Value, depth: 1))];

    private static IEnumerable<JProperty> Items(JToken? map) =>
        (map as JObject)?.Properties().Where(static item => !item.Name.StartsWith("x-", StringComparison.Ordinal)) ?? [];

    private IEnumerable<NormalizedOperation> Read(string path, JToken written, int depth)
    {
        JObject? target = _document.References.Follow(written);
        if (target is null)
        {
            return [];
        }

        // A path item can have further members beside a reference.
        JObject item = written as JObject ?? target;
        PathTemplate template = new(path);
        return s_methods
            .Select(method => (Method: method, Operation: (item[method] ?? target[method]) as JObject))
            .Where(static found => found.Operation is not null)
            .Select(found =>
                Read(
                    found.Method,
                    template,
                    found.Operation!,
                    item["parameters"] ?? target["parameters"],
                    item["servers"] ?? target["servers"],
                    depth
                )
            );
    }

    private NormalizedOperation Read(
        string method,
        PathTemplate path,
        JObject operation,
        JToken? sharedParameters,
        JToken? sharedServers,
        int depth
    )
    {
        (IReadOnlyDictionary<(string In, string Name), NormalizedParameter> known, IReadOnlyList<string> unknown) = _parameters.Read(
            sharedParameters,
            operation,
            path
        );
        return new NormalizedOperation(method.ToUpper(CultureInfo.InvariantCulture), path, operation)
        {
            Parameters = known,
            UnknownParameters = unknown,
            Body = ContentReader.ReadBody(_document, operation["requestBody"]),
            Responses = _responses.Read(operation["responses"]),
            Security = Security.Read(operation, isCallback: depth > 0),
            Sunset = SunsetReader.Read(_document, operation),
            Servers = ServerReader.Read(operation["servers"] ?? sharedServers),
            Callbacks =
                depth < MaxCallbackDepth
                    ? Callbacks(operation["callbacks"], depth + 1)
                    : new Dictionary<string, IReadOnlyList<NormalizedOperation>>(),
        };
    }

    private Dictionary<string, IReadOnlyList<NormalizedOperation>> Callbacks(JToken? callbacks, int depth) =>
        _document
            .Members(callbacks)
            .SelectMany(callback =>
                Items(callback.Value)
                    .Select(item =>
                        (
                            Name: $"{callback.Name} {item.Name}",
                            Operations: (IReadOnlyList<NormalizedOperation>)[.. Read(item.Name, item.Value, depth)]
                        )
                    )
            )
            .ToDictionary(static callback => callback.Name, static callback => callback.Operations);
}
