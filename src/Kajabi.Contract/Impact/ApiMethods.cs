using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Impact;

/// <summary>The methods that the templates create for the operations of a composed document.</summary>
internal static class ApiMethods
{
    private const string CancellationParameter = "CancellationToken cancellationToken = default";

    /// <summary>Returns, for each area, its interface and the class with its extension methods.</summary>
    public static IEnumerable<ApiType> Types(JObject composed) =>
        composed["paths"]!
            .Children<JProperty>()
            .SelectMany(static path => path.Value.Children<JProperty>())
            .GroupBy(static operation => (string)operation.Value["tags"]![0]!)
            .SelectMany(static area =>
                new[]
                {
                    new ApiType(
                        $"I{area.Key}Api",
                        $"interface I{area.Key}Api",
                        [.. area.Select(static operation => Operation(operation.Name, (JObject)operation.Value))]
                    ),
                    new ApiType(
                        $"{area.Key}ApiExtensions",
                        $"static class {area.Key}ApiExtensions",
                        [.. area.SelectMany(static operation => Extensions(operation.Name, (JObject)operation.Value))]
                    ),
                }.Where(static type => type.Members.Count > 0)
            );

    private static ApiMember Operation(string method, JObject operation)
    {
        string? body = operation["x-body-type"] is { } bodyType ? $"{bodyType} body" : null;
        return Method(
            ReturnType(operation),
            $"{operation["x-csharp-name"]}Async",
            Request(method, operation),
            [.. Ids(operation), body, Query(operation), CancellationParameter]
        );
    }

    private static IEnumerable<ApiMember> Extensions(string method, JObject operation)
    {
        string name = $"{operation["x-csharp-name"]}Async";
        string api = $"this I{operation["tags"]![0]}Api api";
        string request = Request(method, operation);
        if (operation["x-attributes-type"] is { } attributes)
        {
            yield return Method(
                ReturnType(operation),
                name,
                request,
                [
                    api,
                    .. Ids(operation),
                    $"{attributes} attributes",
                    operation["x-owner-name"] is null ? null : $"string {operation["x-owner-parameter"]}",
                    CancellationParameter,
                ]
            );
        }

        if (operation["x-linkage-type"] is not null)
        {
            yield return Method(
                ReturnType(operation),
                name,
                request,
                [
                    api,
                    .. Ids(operation),
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
                request,
                [api, .. Ids(operation), Query(operation)]
            );
        }
    }

    private static string ReturnType(JObject operation) => $"Task<{operation["x-response-type"] ?? "KajabiResponse"}>";

    private static string Request(string method, JObject operation) => $"{method.ToUpperInvariant()} {operation["x-path"]}";

    private static IEnumerable<string> Ids(JObject operation) =>
        operation["parameters"]!
            .Where(static parameter => (string?)parameter["in"] is "path" or "header")
            .Select(static parameter => $"string {parameter["x-csharp-name"]}");

    private static string? Query(JObject operation) =>
        operation["x-query"] is not { } type ? null
        : (bool)operation["x-query-required"]! ? $"{type} query"
        : $"{type}? query = null";

    private static ApiMember Method(string returnType, string name, string request, IEnumerable<string?> parameters) =>
        new(name, $"{returnType} {name}({string.Join(", ", parameters.OfType<string>())})", request);
}
