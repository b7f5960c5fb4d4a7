using System.Collections;
using System.Diagnostics;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>
/// The value of a navigation property whose resources the document does not contain. Reading it throws, because an empty list would
/// be wrong; the property itself never throws, for debuggers and validators.
/// </summary>
/// <typeparam name="TResource">The class of the related resources.</typeparam>
/// <param name="name">The JSON name of the relationship.</param>
/// <param name="relationship">The relationship; null if the resource type has none of this name.</param>
[DebuggerDisplay("not loaded")]
[DebuggerTypeProxy(typeof(NotLoadedListProxy))]
[Newtonsoft.Json.JsonConverter(typeof(NotLoadedListConverter))]
internal sealed class NotLoadedList<TResource>(string name, Relationship? relationship) : IReadOnlyList<TResource>
    where TResource : Resource
{
    public int Count => Require().Count;

    public TResource this[int index] => Require()[index];

    public IEnumerator<TResource> GetEnumerator() => Require().GetEnumerator();

    public override string ToString() => $"{name}: not loaded";

    // Loggers and validators see one text, and an assertion that the list is empty fails.
    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);

    // The relationship may have been assigned since the list was returned.
    private IReadOnlyList<TResource> Require() =>
        relationship switch
        {
            ToManyRelationship<TResource> many => many.Require(),
            { IsLoaded: true } other => [.. other.Resources.OfType<TResource>()],
            _ => throw RelationshipNotLoadedException.Create(name, relationship?.State ?? RelationshipState.Absent, "was not loaded"),
        };
}
