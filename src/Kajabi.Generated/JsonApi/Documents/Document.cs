using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>A JSON:API document: primary data, included resources, links and meta, resolved into one graph.</summary>
[JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class Document : IEnumerable
{
    private IReadOnlyList<Resource> _included = [];
    private ResourceIndex? _index;

    private protected Document() { }

    /// <summary>The links of the document; null when not sent.</summary>
    public Links? Links { get; private set; }

    /// <summary>The meta of the document, on lists the totals of their pages; null when not sent.</summary>
    public Meta? Meta { get; private protected set; }

    /// <summary>The <c>jsonapi</c> member; null when not sent.</summary>
    public JsonApiObject? JsonApi { get; private set; }

    /// <summary>Every included resource once, wherever the document carried it, unknown types among them.</summary>
    public IReadOnlyList<Resource> Included => _included;

    /// <summary>
    /// Gets how many resources had the type and id of an earlier one. Such copies are merged into the first one: a member
    /// that only one copy has is kept, and where several have it, the first one wins.
    /// </summary>
    public int DuplicateResourceCount { get; private set; }

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
    public abstract IReadOnlyList<Resource> PrimaryData { get; }

    /// <summary>The primary resource of a document that has only one, which can be replaced; null for every other document.</summary>
    private protected virtual Resource? SingleResource => null;

    /// <summary>Finds a resource of the document, primary or included, in constant time.</summary>
    /// <remarks>Can be called from several threads. Included resources and those of a list are found by the id that they had at the first call.</remarks>
    /// <param name="type">The wire type, such as <c>offers</c>.</param>
    /// <param name="id">The id.</param>
    /// <returns>The resource; null when the document does not hold it.</returns>
    public Resource? Find(string type, string id)
    {
        ResourceIdentifier identifier = new(type, id);
        return SingleResource is { HasId: true } single && single.Identifier == identifier
            ? single
            : LazyInitializer.EnsureInitialized(ref _index, CreateIndex).Find(identifier);
    }

    private ResourceIndex CreateIndex()
    {
        ResourceIndex index = new();
        foreach (Resource resource in SingleResource is null ? PrimaryData.Concat(Included) : Included)
        {
            index.Add(resource);
        }

        return index;
    }

    /// <summary>Returns the type and id of a single resource, or the number of resources.</summary>
    /// <returns>For example <c>contacts/123</c> or <c>ContactCollection (25 resources)</c>.</returns>
    public override string ToString() =>
        PrimaryData is [var single] ? single.ToString() : $"{GetType().Name} ({PrimaryData.Count} resources)";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
