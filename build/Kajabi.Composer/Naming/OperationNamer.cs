using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Naming;

/// <summary>Derives the name of an operation from its method and path, unless the overlay defines one.</summary>
internal static class OperationNamer
{
    /// <param name="method">The method in lower case.</param>
    /// <param name="path">The path template.</param>
    /// <param name="operation">The operation, which may define its name with <c>x-operation-name</c>.</param>
    /// <param name="resourceName">Returns the class of a resource type, such as <c>Contact</c> for <c>contacts</c>.</param>
    public static string Name(string method, string path, JObject operation, Func<string, string> resourceName)
    {
        if (operation[NameKeywords.Operation] is JValue { Value: string defined })
        {
            return defined;
        }

        return CSharpName.Limit(CSharpName.Identifier(Derived(method, [.. StepsWithoutPrefix(path)], resourceName), "Call"));
    }

    /// <summary>Returns the steps of a path without its version and any prefix (<c>/api/v1</c>).</summary>
    public static IEnumerable<string> StepsWithoutPrefix(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(static step => step is "api" || IsVersion(step));

    private static string Derived(string method, string[] steps, Func<string, string> resourceName) =>
        steps switch
        {
            [var resource, var id, "relationships", var relationship] when IsParameter(id) => Relationship(
                method,
                resourceName(resource) + CSharpName.Pascal(relationship)
            ),
            [var resource, var id, var verb] when IsParameter(id) => Verb(verb, resourceName(resource)),
            [var resource, var id] when IsParameter(id) => One(method) + resourceName(resource),
            [_, var resource] => (method == "get" ? "Get" : One(method)) + CSharpName.Pascal(resource),
            [var resource] when method == "get" => CSharpName.Singular(CSharpName.Pascal(resource)) == CSharpName.Pascal(resource)
                ? "Get" + CSharpName.Pascal(resource)
                : "List" + CSharpName.Pascal(resource),
            [var resource] => One(method) + resourceName(resource),
            _ => One(method) + string.Concat(steps.Where(static step => !IsParameter(step)).Select(CSharpName.Pascal)),
        };

    /// <summary><c>ListContacts</c> to <c>ListAllContacts</c>.</summary>
    public static string OverAllPages(string name) =>
        name.StartsWith("List", StringComparison.Ordinal) ? $"ListAll{name["List".Length..]}" : $"{name}OverAllPages";

    private static string One(string method) =>
        method switch
        {
            "get" => "Get",
            "post" => "Create",
            "put" or "patch" => "Update",
            "delete" => "Delete",
            _ => CSharpName.Pascal(method),
        };

    private static string Relationship(string method, string name) =>
        method switch
        {
            "get" => $"Get{name}Relationship",
            "post" => $"Add{name}",
            "delete" => $"Remove{name}",
            _ => $"Replace{name}",
        };

    /// <summary><c>cancel_subscription</c> of a purchase to <c>CancelPurchaseSubscription</c>.</summary>
    private static string Verb(string step, string resource)
    {
        string[] words = step.Split('_', 2);
        return CSharpName.Pascal(words[0]) + resource + (words.Length > 1 ? CSharpName.Pascal(words[1]) : string.Empty);
    }

    private static bool IsParameter(string step) => step.StartsWith('{');

    private static bool IsVersion(string step) => step is ['v', .. var digits] && digits.All(char.IsAsciiDigit) && digits.Length > 0;
}
