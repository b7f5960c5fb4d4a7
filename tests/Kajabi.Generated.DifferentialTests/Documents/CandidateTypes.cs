using Kajabi.Tests.Dump;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Documents;

/// <summary>The types that a document is read as: those of its resource, and those that accept any resource.</summary>
internal static class CandidateTypes
{
    private static readonly string[] s_general =
    [
        nameof(JToken),
        nameof(MixedResourceCollection),
        nameof(RelationshipDocument),
        nameof(VersionDocument),
        nameof(WebhookDelivery),
        nameof(WebhookEvent),
    ];

    private static readonly ILookup<string, string> s_byResource = DocumentTypes
        .Names.Select(static name => (Name: name, Resource: FindResourceType(DocumentTypes.Find(name))))
        .Where(static entry => entry.Resource is not null)
        .ToLookup(static entry => entry.Resource!, static entry => entry.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Find(string json) => [.. s_byResource[FindResourceType(json)], .. s_general];

    /// <summary>Returns the cases of one document.</summary>
    public static IEnumerable<DocumentCase> CreateCases(string name, byte[] bytes) =>
        Find(System.Text.Encoding.UTF8.GetString(bytes)).Select(type => new DocumentCase(name, type, bytes));

    private static string? FindResourceType(Type type)
    {
        Type? resource =
            typeof(Document).IsAssignableFrom(type) ? type.BaseType!.GenericTypeArguments.FirstOrDefault()
            : typeof(Resource).IsAssignableFrom(type) ? type
            : null;
        return resource is { IsAbstract: false } && resource.GetConstructor([]) is not null
            ? ((Resource)Activator.CreateInstance(resource)!).Type
            : null;
    }

    private static string FindResourceType(string json)
    {
        try
        {
            JToken root = JToken.Parse(json);
            JToken? data = (root as JObject)?["data"];
            return (string?)((data as JArray)?.FirstOrDefault() ?? data as JObject)?["type"] ?? "contacts";
        }
        catch (Exception exception) when (exception is JsonReaderException or ArgumentException)
        {
            return "contacts"; // A malformed example: any type reports it.
        }
    }
}
