using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>One relationship of a resource: what the document says about it, in one of five states.</summary>
/// <seealso cref="ToOneRelationship{TResource}"/>
/// <seealso cref="ToManyRelationship{TResource}"/>
[Newtonsoft.Json.JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class Relationship : IEnumerable
{
    private protected Relationship() { }

    /// <summary>The wire name, such as <c>tags</c>.</summary>
    public string Name => Member.Name;

    /// <summary>The wire type of the resources at its end, such as <c>contact_tags</c>; null when no contract declares it.</summary>
    public string? TargetType => Member.TargetType;

    /// <summary>Whether it can hold several resources.</summary>
    public abstract bool IsToMany { get; }

    /// <summary>What the document says, from nothing at all to the related resources themselves.</summary>
    /// <remarks>
    /// Kajabi leaves out all linkage when a request with sparse fieldsets does not ask for the relationships. For a single
    /// primary resource without any relationship, the included resources that no other resource of the document relates
    /// to are then assigned by their type: all of them to a to-many, and to a to-one if there is only one. The state is
    /// <see cref="RelationshipState.ResolvedByType"/> in this case and <see cref="RelationshipState.Loaded"/> only
    /// where the document itself names the resources.
    /// </remarks>
    public RelationshipState State =>
        this switch
        {
            { IsComplete: true, Linkage: null } => RelationshipState.ResolvedByType,
            { IsComplete: true } => RelationshipState.Loaded,
            { Linkage: { } linkage } => linkage.Identifiers.Count == 0 ? RelationshipState.Empty : RelationshipState.IdentifiersOnly,
            { Links: null, Meta: null, _additional: null } => RelationshipState.Absent,
            _ => RelationshipState.LinksOnly,
        };

    /// <summary>Its links; null when not sent.</summary>
    public Links? Links { get; private set; }

    /// <summary>Its meta; null when not sent.</summary>
    public Meta? Meta { get; private set; }

    /// <summary>
    /// Which resources are related, in the order of the linkage; empty when there are none or the document does not
    /// say. For code that walks a relationship without knowing its class.
    /// </summary>
    public IReadOnlyList<ResourceIdentifier> Identifiers => Linkage?.Identifiers ?? [];

    /// <summary>
    /// Those of the related resources that are in the document, in the order of the linkage. For code that walks a
    /// relationship without knowing its class.
    /// </summary>
    public IReadOnlyList<Resource> Resources => ResourcesCore;

    /// <summary>Members that JSON:API does not give to a relationship, as they came.</summary>
    public IReadOnlyDictionary<string, JToken> AdditionalMembers => _additional ?? AdditionalMemberSet.Empty;

    /// <summary>Whether your code assigned it, so that a write sends it.</summary>
    public bool IsModified { get; private set; }

    /// <summary>What the declaration says of it, set when the relationship is made.</summary>
    internal RelationshipDescriptor Member { get; set; } = RelationshipDescriptor.Undeclared;

    /// <summary>The identifiers, whatever the number; null when the document does not say.</summary>
    internal Linkage? Linkage { get; private set; }

    /// <summary>Where there is no linkage: the resources that were assigned by type before the resource was serialized.</summary>
    internal IReadOnlyList<ResourceIdentifier> ResolvedByType { private protected get; set; } = [];

    private protected abstract IReadOnlyList<Resource> ResourcesCore { get; }

    /// <summary>Whether there are related resources and all of them are in the document.</summary>
    private protected abstract bool IsComplete { get; }

    /// <summary>Finds the resources that the linkage names.</summary>
    internal abstract void Resolve(ResourceIndex index);

    /// <summary>Without linkage: assigns the resources of the right type.</summary>
    /// <param name="candidates">The included resources that nothing else in the document relates to.</param>
    internal abstract void ResolveByType(IReadOnlyList<Resource> candidates);

    private protected void Assign(IReadOnlyList<ResourceIdentifier> identifiers)
    {
        Linkage = new Linkage(identifiers, IsToMany);
        IsModified = true;
    }

    private protected RelationshipNotLoadedException NotLoaded(string problem) =>
        new(
            Name,
            State,
            $"The relationship '{Name}' {problem}. Add '{Name}' to the include of the request that read this resource, or, where the resource was included itself, its path followed by '.{Name}'."
        );

    /// <summary>Returns the name, the state and the number of related resources.</summary>
    /// <returns>For example <c>tags: Resolved (2)</c>.</returns>
    public override string ToString() => $"{Name}: {State} ({Identifiers.Count})";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
