namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Creates an empty object of a class that JSON can be read as, without reflection, which trimming would break.</summary>
internal static class JsonApiClass
{
    private static readonly Utf8NameTable s_names = new(
        GeneratedTypes.Names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
    );

    /// <summary>Creates an object; returns null for any other type.</summary>
    public static object? Create(Type type) =>
        type switch
        {
            _ when type == typeof(VersionDocument) => new VersionDocument(),
            _ when type == typeof(MixedResourceCollection) => new MixedResourceCollection(),
            _ when type == typeof(RelationshipDocument) => new RelationshipDocument(),
            _ when type == typeof(WebhookDelivery) => new WebhookDelivery(),
            _ when type == typeof(JsonApiObject) => new JsonApiObject(),
            _ when type == typeof(Links) => new Links(),
            _ when type == typeof(Meta) => new Meta(),
            _ when type == typeof(RelationshipsObject) => new RelationshipsObject(),
            { IsConstructedGenericType: true } => CreateRelationship(type),
            _ => CreateGenerated(type),
        };

    private static object? CreateGenerated(Type type) =>
        GeneratedTypes.Create(s_names.IndexOf(type.Name)) is { } created && created.GetType() == type ? created : null;

    private static Relationship? CreateRelationship(Type type)
    {
        Type definition = type.GetGenericTypeDefinition();
        Type target = type.GenericTypeArguments[0];
        bool isToMany = definition == typeof(ToManyRelationship<>);
        if (!isToMany && definition != typeof(ToOneRelationship<>))
        {
            return null;
        }

        return target switch
        {
            _ when target == typeof(Resource) => isToMany ? new ToManyRelationship<Resource>() : new ToOneRelationship<Resource>(),
            _ when target == typeof(UnknownResource) => isToMany
                ? new ToManyRelationship<UnknownResource>()
                : new ToOneRelationship<UnknownResource>(),
            _ => GeneratedTypes.CreateRelationship(s_names.IndexOf(target.Name), isToMany),
        };
    }
}
