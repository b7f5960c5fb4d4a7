using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>A JSON:API document: primary data, included resources, links and meta, with the resources linked to each other.</summary>
[JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class Document : IEnumerable
{
    private IReadOnlyList<Resource>? _included;
    private ResourceIndex? _index;

    private protected Document() { }

    /// <summary>Gets or sets the links of the document, such as <c>next</c> of a page. Null if there are none.</summary>
    public Links? Links { get; set; }

    /// <summary>Gets or sets the meta of the document, for lists with the totals of their pages. Null if there is none.</summary>
    public Meta? Meta { get; set; }

    /// <summary>Gets the <c>jsonapi</c> member. Null if there is none.</summary>
    public JsonApiObject? JsonApi { get; private set; }

    /// <summary>
    /// Gets every included resource once, unknown types among them. For a document that your code created: the resources that are
    /// related to its primary data. Resources that your code assigned to a document that was read are not among them; they are written.
    /// </summary>
    public IReadOnlyList<Resource> Included => _included ?? RelatedResources.Find(PrimaryData);

    /// <summary>
    /// Gets the number of resources with the same type and id as an earlier one. Such duplicates are merged into the first one: a member
    /// that only one of them has is kept; if several have it, the first one wins.
    /// </summary>
    public int DuplicateResourceCount { get; private set; }

    /// <summary>
    /// Gets or sets the status code, headers and request id of the HTTP response with this document. Null if it was read or created
    /// otherwise.
    /// </summary>
    public KajabiResponse? Response { get; set; }

    /// <summary>
    /// Gets the number of the page after this one, where a later run can resume. Null on the last page, and in every document that was
    /// not read by enumerating all pages.
    /// </summary>
    public int? NextPageNumber { get; internal set; }

    /// <summary>Gets top-level members that JSON:API does not define, as they were received.</summary>
    public IReadOnlyDictionary<string, JToken> AdditionalMembers => _additional ?? AdditionalMemberSet.Empty;

    /// <summary>Gets the primary data: the requested resources in their order. For code that does not know their class.</summary>
    public abstract IReadOnlyList<Resource> PrimaryData { get; }

    /// <summary>The primary resource of a document with one, which can be replaced; null for every other document.</summary>
    private protected virtual Resource? SingleResource => null;

    /// <summary>Finds a resource of the document, primary or included, in constant time.</summary>
    /// <remarks>Thread-safe. Included resources and those of a list are found by the id that they had at the first call.</remarks>
    /// <param name="type">The JSON:API type, such as <c>offers</c>.</param>
    /// <param name="id">The id.</param>
    /// <returns>The resource; null if the document does not contain it.</returns>
    public Resource? Find(string type, string id)
    {
        ResourceIdentifier identifier = new(type, id);
        return SingleResource is { HasId: true } single && single.Identifier == identifier
            ? single
            : LazyInitializer.EnsureInitialized(ref _index, CreateIndex).Find(identifier);
    }

    /// <summary>Makes the next <see cref="Find"/> index the resources again, after the primary data was replaced.</summary>
    private protected void ResetIndex() => _index = null;

    private protected static void ThrowIfAnyNull(IReadOnlyList<Resource> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Any(static resource => resource is null))
        {
            throw new ArgumentException("A resource of the list is null.", nameof(value));
        }
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
