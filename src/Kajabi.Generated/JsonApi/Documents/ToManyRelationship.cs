namespace Kajabi.JsonApi;

/// <summary>A relationship to any number of resources.</summary>
/// <typeparam name="TResource">The class of the related resources.</typeparam>
/// <example>
/// <code>
/// ToManyRelationship&lt;Offer&gt; offers = contact.Relationships.Offers;
/// int known = offers.IsLoaded ? offers.Resources.Count : offers.Identifiers.Count;
/// </code>
/// </example>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class ToManyRelationship<TResource> : Relationship
    where TResource : Resource
{
    private IReadOnlyList<TResource> _resources = [];

    /// <inheritdoc />
    public override bool IsToMany => true;

    /// <summary>
    /// Gets or sets the identifiers of the related resources, in the order of the resource linkage. Empty if there are none or the
    /// document does not contain them. Setting it modifies the relationship and removes <see cref="Resources"/>.
    /// </summary>
    public new IReadOnlyList<ResourceIdentifier> Identifiers
    {
        get => base.Identifiers;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Assign([.. value]);
            _resources = [];
        }
    }

    /// <summary>
    /// Gets or sets the related resources that the document contains, in the order of the resource linkage; never throws when read.
    /// Setting it modifies the relationship and copies the ids to <see cref="Identifiers"/>.
    /// </summary>
    /// <exception cref="ArgumentException">When set: a resource is null or has no id.</exception>
    public new IReadOnlyList<TResource> Resources
    {
        get => _resources;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _resources = Assign(value);
        }
    }

    /// <summary>
    /// Gets the related resources, or a list that throws when it is read if they are not loaded; navigation properties return it.
    /// </summary>
    internal IReadOnlyList<TResource> NavigationList => IsLoaded ? _resources : new NotLoadedList<TResource>(this);

    private protected override IReadOnlyList<Resource> ResourcesCore => _resources;

    private protected override bool IsComplete => _resources.Count > 0 && _resources.Count >= Identifiers.Count;

    /// <summary>Returns all related resources, or throws if they are not loaded.</summary>
    /// <remarks>
    /// Resources that were resolved by type are returned as well; check <see cref="Relationship.State"/> if that is not enough.
    /// </remarks>
    /// <returns>The resources; empty if the relationship is known to be empty.</returns>
    /// <exception cref="RelationshipNotLoadedException">
    /// The document does not contain all of them; the message names what is missing and the include to add.
    /// </exception>
    public IReadOnlyList<TResource> Require() =>
        State switch
        {
            RelationshipState.Loaded or RelationshipState.ResolvedByType or RelationshipState.Empty => _resources,
            RelationshipState.IdentifiersOnly => throw NotLoaded(
                $"is not complete: the document does not include {string.Join(", ", Missing())}"
            ),
            _ => throw NotLoaded("was not loaded"),
        };

    internal override void AssignIdentifiers(IReadOnlyList<ResourceIdentifier> identifiers) => Identifiers = identifiers;

    internal override void Resolve(ResourceIndex index)
    {
        IReadOnlyList<ResourceIdentifier> identifiers = Linkage is null ? ResolvedByType : Identifiers;
        TResource[] found = identifiers.Count == 0 ? [] : new TResource[identifiers.Count];
        int count = 0;
        for (int position = 0; position < identifiers.Count; position++)
        {
            if (index.Find(identifiers[position]) is TResource resource)
            {
                found[count++] = resource;
            }
        }

        _resources = count == found.Length ? found : found[..count];
    }

    internal override void ResolveByType(IReadOnlyList<Resource> candidates) =>
        _resources = [.. candidates.OfType<TResource>().Where(candidate => candidate.Type == TargetType)];

    private IEnumerable<ResourceIdentifier> Missing() => Identifiers.Except(_resources.Select(static resource => resource.Identifier));
}
