using Kajabi.Composer.Output;
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
                        [.. area.Select(static operation => Operation(Request(operation), Extension(operation)))]
                    ),
                    new ApiType(
                        $"{area.Key}ApiExtensions",
                        $"static class {area.Key}ApiExtensions",
                        [.. area.SelectMany(static operation => Extensions(operation, Extension(operation)))]
                    ),
                }.Where(static type => type.Members.Count > 0)
            );

    private static JToken Extension(JProperty operation) => operation.Value[CSharpExtension.Keyword]!;

    private static ApiMember Operation(string request, JToken operation)
    {
        string? body = operation["body"] is { } bodyType ? $"{bodyType} body" : null;
        return Method(
            ReturnType(operation),
            $"{operation["name"]}Async",
            request,
            [.. Ids(operation), body, Query(operation), CancellationParameter]
        );
    }

    private static IEnumerable<ApiMember> Extensions(JProperty declared, JToken operation)
    {
        string name = $"{operation["name"]}Async";
        string api = $"this I{operation["area"]}Api api";
        string request = Request(declared);
        if (operation["attributes"] is { } attributes)
        {
            yield return Method(
                ReturnType(operation),
                name,
                request,
                [
                    api,
                    .. Ids(operation),
                    $"{attributes} attributes",
                    operation["owner"] is { } owner ? $"string {owner["parameter"]}" : null,
                    CancellationParameter,
                ]
            );
        }

        if (operation["linkage"] is not null)
        {
            yield return Method(
                ReturnType(operation),
                name,
                request,
                [
                    api,
                    .. Ids(operation),
                    "IReadOnlyCollection<string> ids",
                    operation["hasWelcomeEmail"] is null ? null : "WelcomeEmail welcomeEmail",
                    declared.Name == "patch" ? "EmptyListBehavior whenEmpty = EmptyListBehavior.Throw" : null,
                    CancellationParameter,
                ]
            );
        }

        if (operation["item"] is { } item)
        {
            yield return Method(
                $"PagedEnumerable<{operation["response"]}, {item}>",
                $"{operation["allName"]}Async",
                request,
                [api, .. Ids(operation), Query(operation)]
            );
        }
    }

    private static string ReturnType(JToken operation) => $"Task<{operation["response"] ?? "KajabiResponse"}>";

    private static string Request(JProperty operation) =>
        $"{operation.Name.ToUpperInvariant()} {((JProperty)operation.Parent!.Parent!).Name}";

    private static IEnumerable<string> Ids(JToken operation) =>
        operation["parameters"]!.Select(static parameter => $"string {parameter["name"]}");

    private static string? Query(JToken operation) =>
        operation["query"] is not { } type ? null
        : operation["isQueryRequired"] is not null ? $"{type} query"
        : $"{type}? query = null";

    private static ApiMember Method(string returnType, string name, string request, IEnumerable<string?> parameters) =>
        new(name, $"{returnType} {name}({string.Join(", ", parameters.OfType<string>())})", request);
}
