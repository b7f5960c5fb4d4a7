using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Lint;

/// <summary>
/// Reports members that OpenAPI does not define for their element, such as a misspelled <c>summary</c> of an operation. The members of
/// schemas are checked by the composer.
/// </summary>
/// <param name="findings">Collects the findings.</param>
internal sealed class FixedFieldLint(FindingCollector findings)
{
    private const string ExtensionPrefix = "x-";

    private static readonly string[] s_document =
    [
        "openapi",
        "info",
        "jsonSchemaDialect",
        "servers",
        "paths",
        "webhooks",
        "components",
        "security",
        "tags",
        "externalDocs",
    ];

    private static readonly string[] s_info = ["title", "summary", "description", "termsOfService", "contact", "license", "version"];

    private static readonly string[] s_components =
    [
        "schemas",
        "responses",
        "parameters",
        "examples",
        "requestBodies",
        "headers",
        "securitySchemes",
        "links",
        "callbacks",
        "pathItems",
    ];

    private static readonly string[] s_pathItem = ["$ref", "summary", "description", "servers", "parameters", .. ContractTree.Methods];

    private static readonly string[] s_operation =
    [
        "tags",
        "summary",
        "description",
        "externalDocs",
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "callbacks",
        "deprecated",
        "security",
        "servers",
    ];

    private static readonly string[] s_header =
    [
        "description",
        "required",
        "deprecated",
        "allowEmptyValue",
        "style",
        "explode",
        "allowReserved",
        "schema",
        "example",
        "examples",
        "content",
    ];

    private static readonly string[] s_parameter = ["name", "in", .. s_header];

    private static readonly string[] s_requestBody = ["description", "content", "required"];

    private static readonly string[] s_response = ["description", "headers", "content", "links"];

    private static readonly string[] s_mediaType = ["schema", "example", "examples", "encoding"];

    private static readonly string[] s_reference = ["$ref", "summary", "description"];

    /// <param name="root">The document.</param>
    /// <param name="findings">Collects the findings.</param>
    public static void Check(JObject root, FindingCollector findings) => new FixedFieldLint(findings).Document(root);

    private void Document(JObject root)
    {
        Require(root, "a document", s_document);
        One(root["info"], info => Require(info, "an info object", s_info));
        Each(root["paths"], PathItem, hasExtensions: true);
        Each(root["webhooks"], PathItem);
        One(
            root["components"],
            components =>
            {
                Require(components, "components", s_components);
                Each(components["responses"], Response);
                Each(components["parameters"], Parameter);
                Each(components["requestBodies"], RequestBody);
                Each(components["headers"], Header);
                Each(components["callbacks"], Callback);
                Each(components["pathItems"], PathItem);
            }
        );
    }

    private void PathItem(JObject path)
    {
        Require(path, "a path item", s_pathItem);
        Each(path["parameters"], Parameter);
        // The overload for a document would search paths in it.
        foreach (JProperty operation in ContractTree.Operations((JToken)path))
        {
            Operation((JObject)operation.Value);
        }
    }

    private void Operation(JObject operation)
    {
        Require(operation, "an operation", s_operation);
        Each(operation["parameters"], Parameter);
        One(operation["requestBody"], RequestBody);
        Each(operation["responses"], Response, hasExtensions: true);
        Each(operation["callbacks"], Callback);
    }

    private void Callback(JObject callback) => Each(callback, PathItem, hasExtensions: true);

    private void Parameter(JObject parameter) => WithContent(parameter, "a parameter", s_parameter);

    private void Header(JObject header) => WithContent(header, "a header", s_header);

    private void RequestBody(JObject body) => WithContent(body, "a request body", s_requestBody);

    private void Response(JObject response)
    {
        WithContent(response, "a response", s_response);
        Each(response["headers"], Header);
    }

    private void WithContent(JObject element, string kind, string[] fields)
    {
        Require(element, kind, fields);
        Each(element["content"], MediaType);
    }

    private void MediaType(JObject media) => Require(media, "a media type", s_mediaType);

    private void Require(JObject element, string kind, string[] fields)
    {
        IReadOnlyList<string> known = element.ContainsKey("$ref") ? [.. fields, .. s_reference] : fields;
        foreach (JProperty member in element.Properties().Where(member => !IsExtension(member) && !known.Contains(member.Name)))
        {
            string suggestion = SimilarName.Suggest(SimilarName.Find(member.Name, known));
            findings.Add(LintRules.UnknownMember, member, $"`{member.Name}` is not a member of {kind}.{suggestion}");
        }
    }

    private static void One(JToken? element, Action<JObject> check)
    {
        if (element is JObject members)
        {
            check(members);
        }
    }

    /// <summary>Checks the elements of a list or a mapping.</summary>
    /// <param name="elements">The list or the mapping.</param>
    /// <param name="check">The check of an element.</param>
    /// <param name="hasExtensions">Whether the mapping can contain extensions. In other mappings, any key is a name of the API.</param>
    private static void Each(JToken? elements, Action<JObject> check, bool hasExtensions = false)
    {
        IEnumerable<JToken> values = elements switch
        {
            JArray list => list,
            JObject map => map.Properties().Where(member => !hasExtensions || !IsExtension(member)).Select(static member => member.Value),
            _ => [],
        };
        foreach (JObject element in values.OfType<JObject>())
        {
            check(element);
        }
    }

    private static bool IsExtension(JProperty member) => member.Name.StartsWith(ExtensionPrefix, StringComparison.Ordinal);
}
