using Kajabi.Areas.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Operations;

internal sealed partial class ResourceOperations
{
    /// <summary>Prepares a request that creates a resource.</summary>
    /// <exception cref="UsageException">The API cannot create resources of this type, or the request is invalid.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareCreate(WriteRequest request)
    {
        WriteOperation create = operations.Create ?? throw CreateNotSupportedException("create", ResourceCatalog.Creatable);
        Document body = create.CreateBody();
        Assign(body.PrimaryData[0], request);
        return create.RequiredRelationship is { } required && !request.Related.Contains(required)
            ? throw CreateMissingException(body.PrimaryData[0].Relationships[required]!)
            : (kajabi, cancellationToken) => create.SendAsync(kajabi, null, body, cancellationToken);
    }

    /// <summary>Prepares a request that updates a resource. It contains only the given attributes and relationships.</summary>
    /// <exception cref="UsageException">The API cannot update resources of this type, or the request is invalid.</exception>
    public Func<KajabiClient, CancellationToken, Task<Document>> PrepareUpdate(WriteRequest request, string id)
    {
        WriteOperation update = operations.Update ?? throw CreateNotSupportedException("update", ResourceCatalog.Updatable);
        if (request is { Texts.Count: 0, Values.Count: 0, Related.Count: 0 })
        {
            throw new UsageException("There is nothing to change. Specify --set, --set-json or --relate.");
        }

        Document body = update.CreateBody();
        body.PrimaryData[0].Id = id;
        Assign(body.PrimaryData[0], request);
        return (kajabi, cancellationToken) => update.SendAsync(kajabi, id, body, cancellationToken);
    }

    /// <summary>Prepares a request that deletes a resource.</summary>
    /// <exception cref="UsageException">The API cannot delete resources of this type.</exception>
    public Func<KajabiClient, CancellationToken, Task> PrepareDelete(string id)
    {
        DeleteOperation delete = operations.Delete ?? throw CreateNotSupportedException("delete", ResourceCatalog.Deletable);
        return (kajabi, cancellationToken) => delete.SendAsync(kajabi, id, cancellationToken);
    }

    private static void Assign(Resource resource, WriteRequest request)
    {
        foreach ((string name, string text) in request.Texts)
        {
            AttributeBinder.Assign(resource, name, text);
        }

        foreach ((string name, JToken value) in request.Values)
        {
            AttributeBinder.Assign(resource, name, value);
        }

        foreach (IGrouping<string, string> related in request.Related)
        {
            RelationshipBinder.Assign(resource, related.Key, [.. related]);
        }
    }

    private UsageException CreateMissingException(Relationship required) =>
        new(
            $"A resource of type '{Type}' requires a related '{required.TargetType}'. Add --relate "
                + $"{required.Name}=<id>; 'kajabi list {required.TargetType}' shows the ids."
        );

    private UsageException CreateNotSupportedException(string action, IReadOnlyList<string> types) =>
        new($"The API cannot {action} resources of type '{Type}'. Supported types: {string.Join(", ", types)}.");
}
