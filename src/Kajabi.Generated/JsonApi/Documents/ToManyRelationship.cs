namespace Kajabi.JsonApi;

/// <summary>A relationship to any number of resources.</summary>
/// <typeparam name="TResource">The class of the related resources.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class ToManyRelationship<TResource> : Relationship
    where TResource : Resource
{
    /// <inheritdoc />
    public override bool IsToMany => true;

    /// <summary>
    /// Which resources are related, in the order of the linkage; empty when there are none or the document does
    /// not say. Setting it assigns the relationship.
    /// </summary>
    public new IReadOnlyList<ResourceIdentifier> Identifiers
    {
        get => Linkage?.Identifiers ?? [];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Assign([.. value]);
            Resources = [];
        }
    }

    /// <summary>Those of the related resources that are in the document, in the order of the linkage.</summary>
    public new IReadOnlyList<TResource> Resources { get; private set; } = [];

    private protected override IReadOnlyList<Resource> ResourcesCore => Resources;

    private protected override bool IsComplete => Resources.Count > 0 && Resources.Count >= Identifiers.Count;

    /// <summary>All related resources, where the absence of one is an error.</summary>
    /// <remarks>Resources that were resolved by type are returned as well; check <see cref="Relationship.State"/> if a guess is not enough.</remarks>
    /// <returns>The resources; empty when the relationship is known to hold none.</returns>
    /// <exception cref="RelationshipNotLoadedException">The document does not hold all of them; the message names what is missing and the include to add.</exception>
    public IReadOnlyList<TResource> Require() =>
        State switch
        {
            RelationshipState.Loaded or RelationshipState.ResolvedByType or RelationshipState.Empty => Resources,
            RelationshipState.IdentifiersOnly => throw NotLoaded(
                $"is not complete: the document does not include {string.Join(", ", Missing())}"
            ),
            _ => throw NotLoaded("was not loaded"),
        };

    internal override void Resolve(ResourceIndex index)
    {
        List<TResource>? found = null;
        foreach (ResourceIdentifier identifier in Linkage is null ? ResolvedByType : Identifiers)
        {
            if (index.Find(identifier) is TResource resource)
            {
                (found ??= new List<TResource>(Identifiers.Count)).Add(resource);
            }
        }

        Resources = found is null ? [] : found;
    }

    internal override void ResolveByType(IReadOnlyList<Resource> candidates) =>
        Resources = [.. candidates.OfType<TResource>().Where(candidate => candidate.Type == TargetType)];

    private IEnumerable<ResourceIdentifier> Missing() => Identifiers.Except(Resources.Select(static resource => resource.Identifier));
}
