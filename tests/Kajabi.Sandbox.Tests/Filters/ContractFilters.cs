using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>The filters that the OpenAPI document declares.</summary>
internal static class ContractFilters
{
    /// <summary>Returns the filters of each list: the type, and the names between the brackets.</summary>
    public static IEnumerable<(string Type, string Name)> OfLists() =>
        ResponseValidator
            .Load()
            .Operations.Where(static operation => operation.Method == "GET" && operation.Path.Count(static one => one == '/') == 2)
            .SelectMany(
                static operation => GetFilters(operation.Operation),
                static (operation, name) => (operation.Path.Split('/')[2], name)
            );

    /// <summary>Returns the names of the filters of a path.</summary>
    public static IEnumerable<string> Of(string path) =>
        GetFilters(ResponseValidator.Load().Operations.Single(one => one.Method == "GET" && one.Path == path).Operation);

    public static string Write(string name) =>
        name.EndsWith("[]", StringComparison.Ordinal) ? $"filter[{name[..^2]}][]" : $"filter[{name}]";

    private static IEnumerable<string> GetFilters(JObject operation) =>
        (operation["parameters"] ?? new JArray())
            .Select(static parameter => (string)parameter["name"]!)
            .Where(static name => name.StartsWith("filter[", StringComparison.Ordinal))
            .Select(static name =>
                name.Replace("filter[", string.Empty, StringComparison.Ordinal).Replace("][]", "[]]", StringComparison.Ordinal)[..^1]
            );
}
