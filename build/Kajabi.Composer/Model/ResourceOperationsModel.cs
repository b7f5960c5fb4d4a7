using Kajabi.Composer.Naming;

namespace Kajabi.Composer.Model;

/// <summary>The operations that read or write one resource of a type, or list the resources.</summary>
/// <param name="Resource">The resource type.</param>
/// <param name="Get">The operation that reads one resource. The others are found by its path and the resource type.</param>
/// <param name="List">The operation that lists all resources; null if there is none.</param>
/// <param name="Create">The operation that creates a resource and returns it; null if there is none.</param>
/// <param name="Update">The operation that updates a resource and returns it; null if there is none.</param>
/// <param name="Delete">The operation that deletes a resource; null if there is none.</param>
internal sealed record ResourceOperationsModel(
    ResourceModel Resource,
    OperationModel Get,
    OperationModel? List,
    OperationModel? Create,
    OperationModel? Update,
    OperationModel? Delete
)
{
    /// <summary>Returns the resource types that have an operation for one resource, in alphabetical order.</summary>
    public static IEnumerable<ResourceOperationsModel> Find(ComposedModel model) =>
        model
            .Resources.Values.OrderBy(static resource => resource.ResourceType, StringComparer.Ordinal)
            .Select(resource => Find(model, resource))
            .OfType<ResourceOperationsModel>();

    private static ResourceOperationsModel? Find(ComposedModel model, ResourceModel resource)
    {
        OperationModel? get = model.Operations.Find(operation =>
            operation is { Method: "get", BodyType: null, PathParameters.Count: 1, HeaderParameters.Count: 0 }
            && operation.ResponseType == $"{resource.Name}Document"
            && OperationNamer.StepsWithoutPrefix(operation.Path).ToList() is [_, ['{', ..]]
        );
        if (get is null)
        {
            return null;
        }

        string collection = get.Path[..get.Path.LastIndexOf('/')];
        return new ResourceOperationsModel(
            resource,
            get,
            model.Operations.Find(operation => operation.IsPaged && operation.Primary == resource && IsOfCollection(operation)),
            model.Operations.Find(operation => operation.Path == collection && IsWrite(operation, "post") && IsOfCollection(operation)),
            model.Operations.Find(operation =>
                operation.Path == get.Path && operation.PathParameters.Count == 1 && IsWrite(operation, "patch")
            ),
            model.Operations.Find(operation =>
                operation.Path == get.Path
                && operation is { Method: "delete", BodyType: null, PathParameters.Count: 1, HeaderParameters.Count: 0 }
                && !IsRequired(operation.Query)
            )
        );

        bool IsWrite(OperationModel operation, string method) =>
            operation.Method == method
            && operation.BodyType == get.ResponseType
            && operation.ResponseType == get.ResponseType
            && operation.HeaderParameters.Count == 0
            && !IsRequired(operation.Query);
    }

    private static bool IsOfCollection(OperationModel operation) => operation is { PathParameters.Count: 0, HeaderParameters.Count: 0 };

    private static bool IsRequired(QueryModel? query) => query?.IsRequired == true;
}
