namespace Kajabi.JsonApi;

/// <summary>A relationship to at most one resource.</summary>
/// <typeparam name="TResource">The class of the related resource.</typeparam>
/// <example><code>Customer customer = contact.Relationships.Customer.Require(); // throws if it was not included</code></example>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class ToOneRelationship<TResource> : Relationship
    where TResource : Resource
{
    private TResource? _resource;

    /// <inheritdoc />
    public override bool IsToMany => false;

    /// <summary>
    /// Gets or sets the identifier of the related resource. Null if there is none or the document does not contain it. Setting it
    /// modifies the relationship, null included, and removes <see cref="Resource"/>.
    /// </summary>
    public ResourceIdentifier? Identifier
    {
        get => Linkage?.Identifiers is [var first, ..] ? first : null;
        set
        {
            Assign(value is { } identifier ? [identifier] : []);
            _resource = null;
        }
    }

    /// <summary>
    /// Gets or sets the related resource. Null if there is none or the document does not contain it. Setting it modifies the
    /// relationship, null included, and sets <see cref="Identifier"/>.
    /// </summary>
    /// <exception cref="ArgumentException">When set: the resource has no id.</exception>
    public TResource? Resource
    {
        get => _resource;
        set
        {
            Assign<TResource>(value is null ? [] : [value]);
            _resource = value;
        }
    }

    private protected override IReadOnlyList<Resource> ResourcesCore => _resource is null ? [] : [_resource];

    private protected override bool IsComplete => _resource is not null;

    /// <summary>Returns the related resource, or throws if there is none or it is not loaded.</summary>
    /// <remarks>
    /// A resource that was resolved by type is returned as well; check <see cref="Relationship.State"/> if that is not enough.
    /// </remarks>
    /// <returns>The resource, never null.</returns>
    /// <exception cref="RelationshipNotLoadedException">
    /// There is none, or the document does not contain it; the message names the include to add.
    /// </exception>
    public TResource Require() =>
        _resource
        ?? throw (
            State == RelationshipState.Empty
                ? new RelationshipNotLoadedException(Name, State, $"The relationship '{Name}' is empty: there is no resource to return.")
                : NotLoaded(Identifier is { } missing ? $"points to {missing}, which the document does not include" : "was not loaded")
        );

    internal override void AssignIdentifiers(IReadOnlyList<ResourceIdentifier> identifiers) =>
        Identifier = identifiers is [var identifier] ? identifier : null;

    internal override void Resolve(ResourceIndex index) =>
        _resource = (Linkage is null ? ResolvedByType : Identifiers) is [var identifier, ..] ? index.Find(identifier) as TResource : null;

    internal override void ResolveByType(IReadOnlyList<Resource> candidates)
    {
        List<TResource> ofType = [.. candidates.OfType<TResource>().Where(candidate => candidate.Type == TargetType)];
        _resource = ofType.Count == 1 ? ofType[0] : null;
    }
}
