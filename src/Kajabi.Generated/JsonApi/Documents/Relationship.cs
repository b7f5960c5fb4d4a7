using System.Collections;
using System.Diagnostics;

namespace Kajabi.JsonApi;

/// <summary>A relationship of a resource, in one of six states from absent to loaded.</summary>
/// <seealso cref="ToOneRelationship{TResource}"/>
/// <seealso cref="ToManyRelationship{TResource}"/>
[Newtonsoft.Json.JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class Relationship : IEnumerable
{
    private protected Relationship() { }

    /// <summary>Gets the JSON name, such as <c>tags</c>.</summary>
    public string Name => Member.Name;

    /// <summary>
    /// Gets the JSON:API type of the related resources, such as <c>contact_tags</c>. Null if the OpenAPI document does not declare it.
    /// </summary>
    public string? TargetType => Member.TargetType;

    /// <summary>Gets whether the relationship can have several related resources.</summary>
    public abstract bool IsToMany { get; }

    /// <summary>Gets what is known of the relationship, from nothing to all related resources.</summary>
    /// <remarks>
    /// Kajabi omits all resource linkage if a request with sparse fieldsets does not ask for the relationships. For a single
    /// primary resource without any relationship, the included resources that no other resource of the document relates
    /// to are then assigned by their type: all of them to a to-many relationship, and to a to-one relationship if there is only one.
    /// The state is <see cref="RelationshipState.ResolvedByType"/> in this case and <see cref="RelationshipState.Loaded"/> only
    /// if the document itself identifies the resources.
    /// </remarks>
    public RelationshipState State =>
        this switch
        {
            { IsComplete: true, Linkage: null } => RelationshipState.ResolvedByType,
            { IsComplete: true } => RelationshipState.Loaded,
            { Linkage: { } linkage } => linkage.Identifiers.Count == 0 ? RelationshipState.Empty : RelationshipState.IdentifiersOnly,
            { Links: null, HasRareMembers: false } => RelationshipState.Absent,
            _ => RelationshipState.LinksOnly,
        };

    /// <summary>Gets whether all related resources are known, so that none is missing from <see cref="Resources"/>.</summary>
    public bool IsLoaded => State is RelationshipState.Loaded or RelationshipState.ResolvedByType or RelationshipState.Empty;

    /// <summary>Gets the links of the relationship. Null if there are none.</summary>
    public Links? Links { get; private set; }

    /// <summary>
    /// Gets the identifiers of the related resources, in the order of the resource linkage. Empty if there are none or the document
    /// does not contain them. For code that does not know the class of the relationship.
    /// </summary>
    public IReadOnlyList<ResourceIdentifier> Identifiers => Linkage?.Identifiers ?? [];

    /// <summary>
    /// Gets the related resources that the document contains, in the order of the resource linkage. For code that does not know the
    /// class of the relationship.
    /// </summary>
    public IReadOnlyList<Resource> Resources => ResourcesCore;

    /// <summary>Gets whether your code assigned the relationship, so that a write sends it.</summary>
    public bool IsModified { get; private set; }

    /// <summary>The declaration of the relationship, set when the object is created.</summary>
    internal RelationshipDescriptor Member { get; set; } = RelationshipDescriptor.Undeclared;

    /// <summary>The resource linkage, of one or many; null if the document does not contain it.</summary>
    internal Linkage? Linkage { get; private set; }

    private protected abstract IReadOnlyList<Resource> ResourcesCore { get; }

    /// <summary>Whether there are related resources and the document contains all of them.</summary>
    private protected abstract bool IsComplete { get; }

    /// <summary>Assigns the identifiers of the related resources, for code that does not know the class of the relationship.</summary>
    /// <param name="identifiers">The identifiers; at most one for a to-one relationship.</param>
    internal abstract void AssignIdentifiers(IReadOnlyList<ResourceIdentifier> identifiers);

    /// <summary>Finds the resources of the linkage.</summary>
    internal abstract void Resolve(ResourceIndex index);

    /// <summary>Without linkage: assigns the resources of the right type.</summary>
    /// <param name="candidates">The included resources that no other resource in the document relates to.</param>
    internal abstract void ResolveByType(IReadOnlyList<Resource> candidates);

    private protected void Assign(IReadOnlyList<ResourceIdentifier> identifiers)
    {
        Linkage = new Linkage(identifiers, IsToMany);
        IsModified = true;
    }

    /// <summary>Assigns the identifiers of resources.</summary>
    /// <returns>A copy of the list.</returns>
    /// <exception cref="ArgumentException">A resource is null or has no id.</exception>
    private protected IReadOnlyList<TResource> Assign<TResource>(IReadOnlyList<TResource> resources)
        where TResource : Resource
    {
        if (resources.Any(static resource => resource is not { HasId: true }))
        {
            throw new ArgumentException(
                $"A resource of the relationship '{Name}' is null or has no id. "
                    + "Set its Id before assigning it: the relationship stores type and id.",
                nameof(resources)
            );
        }

        Assign([.. resources.Select(static resource => resource.Identifier)]);
        return [.. resources];
    }

    private protected RelationshipNotLoadedException NotLoaded(string problem) =>
        RelationshipNotLoadedException.Create(Name, State, problem);

    /// <summary>Returns the name, the state and the number of related resources.</summary>
    /// <returns>For example <c>tags: Loaded (2)</c>.</returns>
    public override string ToString() => $"{Name}: {State} ({Identifiers.Count})";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
