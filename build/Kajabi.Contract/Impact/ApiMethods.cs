using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Impact;

/// <summary>Determines the interface methods that the templates generate for the operations of a composed document.</summary>
internal static class ApiMethods
{
    private const string CancellationParameter = "CancellationToken cancellationToken = default";

    public static IEnumerable<ApiType> Interfaces(JObject composed) =>
        composed["paths"]!
            .Children<JProperty>()
            .SelectMany(static path => path.Value.Children<JProperty>())
            .GroupBy(static operation => $"I{operation.Value["tags"]![0]}Api")
            .Select(static area => new ApiType(
                area.Key,
                $"interface {area.Key}",
                [.. area.SelectMany(static operation => Methods(operation.Name, (JObject)operation.Value))]
            ));

    private static IEnumerable<ApiMember> Methods(string method, JObject operation)
    {
        string name = $"{operation["x-csharp-name"]}Async";
        string apiName = $"{method.ToUpperInvariant()} {operation["x-path"]}";
        string returnType = $"Task<{operation["x-response-type"] ?? "KajabiResponse"}>";
        IReadOnlyList<string> ids =
        [
            .. operation["parameters"]!
                .Where(static parameter => (string?)parameter["in"] == "path")
                .Select(static parameter => $"string {parameter["x-csharp-name"]}"),
        ];
        string? query = operation["x-query"] is { } type
            ? (bool)operation["x-query-required"]!
                ? $"{type} query"
                : $"{type}? query = null"
            : null;
        string? body = operation["x-body-type"] is { } bodyType ? $"{bodyType} body" : null;

        yield return Method(returnType, name, apiName, [.. ids, body, query, CancellationParameter]);
        if (operation["x-attributes-type"] is { } attributes)
        {
            yield return Method(
                returnType,
                name,
                apiName,
                [
                    .. ids,
                    $"{attributes} attributes",
                    operation["x-owner-name"] is null ? null : $"string {operation["x-owner-parameter"]}",
                    CancellationParameter,
                ]
            );
        }

        if (operation["x-linkage-type"] is not null)
        {
            yield return Method(
                returnType,
                name,
                apiName,
                [
                    .. ids,
                    "IReadOnlyCollection<string> ids",
                    operation["x-welcome-email"] is null ? null : "WelcomeEmail welcomeEmail",
                    operation["x-replaces"] is null ? null : "EmptyListBehavior whenEmpty = EmptyListBehavior.Throw",
                    CancellationParameter,
                ]
            );
        }

        if (operation["x-item-type"] is { } item)
        {
            yield return Method(
                $"PagedEnumerable<{operation["x-response-type"]}, {item}>",
                $"{operation["x-all-name"]}Async",
                apiName,
                [query]
            );
        }
    }

    private static ApiMember Method(string returnType, string name, string apiName, IEnumerable<string?> parameters) =>
        new(name, $"{returnType} {name}({string.Join(", ", parameters.OfType<string>())})", apiName);
}
