namespace Kajabi.JsonApi;

/// <summary>A relationship to at most one resource.</summary>
/// <typeparam name="TResource">The class of the related resource.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class ToOneRelationship<TResource> : Relationship
    where TResource : Resource
{
    /// <inheritdoc />
    public override bool IsToMany => false;

    /// <summary>
    /// Which resource is related; null when there is none or the document does not say. Setting it assigns the
    /// relationship, null included.
    /// </summary>
    public ResourceIdentifier? Identifier
    {
        get => Linkage?.Identifiers is [var first, ..] ? first : null;
        set
        {
            Assign(value is { } identifier ? [identifier] : []);
            Resource = null;
        }
    }

    /// <summary>The related resource; null when there is none or it is not in the document.</summary>
    public TResource? Resource { get; private set; }

    private protected override IReadOnlyList<Resource> ResourcesCore => Resource is null ? [] : [Resource];

    private protected override bool IsComplete => Resource is not null;

    /// <summary>The related resource, where its absence is an error.</summary>
    /// <remarks>A resource that was resolved by type is returned as well; check <see cref="Relationship.State"/> if a guess is not enough.</remarks>
    /// <returns>The resource, never null.</returns>
    /// <exception cref="RelationshipNotLoadedException">There is none, or the document does not hold it; the message says which include to add.</exception>
    public TResource Require() =>
        Resource
        ?? throw (
            State == RelationshipState.Empty
                ? new RelationshipNotLoadedException(Name, State, $"The relationship '{Name}' is empty: there is no resource to return.")
                : NotLoaded(Identifier is { } missing ? $"points to {missing}, which the document does not include" : "was not loaded")
        );

    internal override void Resolve(ResourceIndex index) =>
        Resource = (Linkage is null ? ResolvedByType : Identifiers) is [var identifier, ..] ? index.Find(identifier) as TResource : null;

    internal override void ResolveByType(IReadOnlyList<Resource> candidates)
    {
        List<TResource> ofType = [.. candidates.OfType<TResource>().Where(candidate => candidate.Type == TargetType)];
        Resource = ofType.Count == 1 ? ofType[0] : null;
    }
}
