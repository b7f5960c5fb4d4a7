using System.Collections;
using System.Diagnostics;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>
/// The value of a navigation property whose resources the document does not contain. Reading it throws, because an empty list would
/// be wrong; the property itself never throws, for debuggers and validators.
/// </summary>
/// <typeparam name="TResource">The class of the related resources.</typeparam>
/// <param name="relationship">The relationship, which may be assigned after the list is returned.</param>
[DebuggerDisplay("not loaded")]
[DebuggerTypeProxy(typeof(NotLoadedListProxy))]
[Newtonsoft.Json.JsonConverter(typeof(NotLoadedListConverter))]
internal sealed class NotLoadedList<TResource>(ToManyRelationship<TResource> relationship) : IReadOnlyList<TResource>
    where TResource : Resource
{
    public int Count => relationship.Require().Count;

    public TResource this[int index] => relationship.Require()[index];

    public IEnumerator<TResource> GetEnumerator() => relationship.Require().GetEnumerator();

    public override string ToString() => $"{relationship.Name}: not loaded";

    // Loggers and validators see one text, and an assertion that the list is empty fails.
    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
