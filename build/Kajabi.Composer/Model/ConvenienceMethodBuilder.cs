using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>Finds which parts of a JSON:API request body become method parameters: attributes and an owner, or a list of ids.</summary>
/// <param name="root">The OpenAPI document after its overlay.</param>
/// <param name="model">The resources with their relationships.</param>
internal sealed class ConvenienceMethodBuilder(JObject root, ComposedModel model)
{
    private const string WelcomeEmail = "send_customer_welcome_email";

    public FlattenedBodyModel? Build(OperationModel operation)
    {
        if (
            operation.BodyType is null
            || operation.Query is { IsRequired: true }
            || operation.Source.SelectToken("requestBody.content")?.First?.First?["schema"] is not JObject schema
        )
        {
            return null;
        }

        SchemaNode body = new(root, schema);
        return operation.BodyType == "RelationshipDocument" ? Linkage(operation, body) : Resource(operation, body);
    }

    /// <summary>Returns the body of a relationship operation. The path determines the type of the identifiers.</summary>
    private FlattenedBodyModel? Linkage(OperationModel operation, SchemaNode body)
    {
        string? type = model.FindRelationship(operation.Path)?.TargetType;
        return type is null
            ? null
            : new FlattenedBodyModel(null, type, null, null, body.Property("meta")?.Property(WelcomeEmail) is not null);
    }

    private FlattenedBodyModel? Resource(OperationModel operation, SchemaNode body)
    {
        ResourceModel? resource = model.Resources.Values.FirstOrDefault(known => $"{known.Name}Document" == operation.BodyType);
        if (resource is null || body.Property("data") is not { } data)
        {
            return null;
        }

        // A new resource may have a required owner, which is its first relationship. No version declares more than one.
        string? owner =
            operation.PathParameters.Count == 0
                ? data.Property("relationships")?.Properties.Select(static pair => pair.Key).FirstOrDefault()
                : null;
        RelationshipModel? relationship = owner is null ? null : resource.Relationships.GetValueOrDefault(owner);
        return new FlattenedBodyModel(
            $"{resource.Name}Attributes",
            null,
            relationship is { IsToMany: false, TargetType: not null } ? relationship.Name : null,
            relationship is { IsToMany: false } ? relationship.TargetType : null,
            false
        );
    }
}
