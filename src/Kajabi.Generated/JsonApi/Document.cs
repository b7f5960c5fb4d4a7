using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>A JSON:API document: primary data, included resources, links and meta, resolved into one graph.</summary>
[JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class Document : IEnumerable
{
    private IReadOnlyList<Resource> _included = [];

    private protected Document()
    {
    }

    /// <summary>The links of the document; null when not sent.</summary>
    public Links? Links { get; private set; }

    /// <summary>The meta of the document, on lists the totals of their pages; null when not sent.</summary>
    public Meta? Meta { get; private protected set; }

    /// <summary>The <c>jsonapi</c> member; null when not sent.</summary>
    public OpenObject? JsonApi { get; private set; }

    /// <summary>Every included resource once, wherever the document carried it, unknown types among them.</summary>
    public IReadOnlyList<Resource> Included => _included;

    /// <summary>How many resources repeated the type and id of another one; the first one of each stands.</summary>
    public int DuplicateCount { get; private set; }

    /// <summary>Status, headers and request id of the answer that brought the document; null for one that was read or made otherwise.</summary>
    public KajabiResponse? Response { get; internal set; }

    /// <summary>
    /// The number of the page that follows this one, for a later run to begin with; null on the last page, and on
    /// every document that no sequence over all pages brought.
    /// </summary>
    public int? NextPageNumber { get; internal set; }

    /// <summary>Top-level members that JSON:API does not define, as they came.</summary>
    public IReadOnlyDictionary<string, JToken> AdditionalMembers => _additional ?? AdditionalMemberSet.Empty;

    /// <summary>The resources that are the answer itself, in their order, for code that does not know their class.</summary>
    public abstract IReadOnlyList<Resource> PrimaryResources { get; }

    /// <summary>Finds a resource of the document, primary or included.</summary>
    /// <param name="type">The wire type, such as <c>offers</c>.</param>
    /// <param name="id">The id.</param>
    /// <returns>The resource; null when the document does not hold it.</returns>
    public Resource? Find(string type, string id) =>
        PrimaryResources.Concat(Included).FirstOrDefault(resource => resource.HasId && resource.Type == type && resource.Id == id);

    /// <summary>Returns the type and id of a single resource, or the number of resources.</summary>
    /// <returns>For example <c>contacts/123</c> or <c>ContactCollection (25 resources)</c>.</returns>
    public override string ToString() =>
        PrimaryResources is [var single] ? single.ToString() : $"{GetType().Name} ({PrimaryResources.Count} resources)";

    /// <inheritdoc cref="Identity" />
    IEnumerator IEnumerable.GetEnumerator() => Identity.Enumerate(this);
}
