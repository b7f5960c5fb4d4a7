using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Model;

/// <summary>Detects JSON:API resources and merges all schemas of one resource type.</summary>
/// <param name="root">The OpenAPI document after its overlay.</param>
/// <param name="model">The model to add the resources to.</param>
/// <param name="findings">Collects resources and relationships without a type.</param>
internal sealed class ResourceModelBuilder(JObject root, ComposedModel model, FindingCollector findings)
{
    private readonly TypeMapper _typeMapper = new(model, findings);

    // An attributes schema belongs to the first resource that uses it.
    private readonly Dictionary<JObject, string> _typeOfAttributes = [];

    /// <summary>Adds the resource types of <c>x-resources</c>, which have a class in every version.</summary>
    public void AddKnown()
    {
        foreach (JProperty known in (root.SelectToken("components.x-resources") as JObject ?? []).Properties())
        {
            Resource(known.Name, known.Value).Description = (string?)known.Value["description"];
        }
    }

    /// <summary>Builds the model of a resource schema; returns null if the schema is not a resource.</summary>
    /// <param name="schema">The schema of <c>data</c>, of one of its items or of an included resource.</param>
    /// <param name="typeFromPath">The resource type of the path, for primary data.</param>
    public ResourceModel? Build(SchemaNode schema, string? typeFromPath)
    {
        SchemaNode? attributes = schema.Property("attributes");
        if (attributes is null && schema.Property("relationships") is null)
        {
            return null;
        }

        string? resourceType =
            schema.Text("x-resource-type")
            ?? attributes?.Text("x-resource-type")
            ?? (schema.Property("type")?.EnumValues is [var only] ? only : null)
            ?? typeFromPath;
        if (resourceType is null)
        {
            findings.Add(
                ComposerRules.UntypedResource,
                schema.Location,
                "The resource has no type: neither an enum of `type` nor the path defines it."
            );
            return null;
        }

        ResourceModel resource = Resource(resourceType, schema.Location);
        AddAttributes(resource, attributes);
        AddSchema(resource.RelationshipSchemas, schema.Property("relationships"));
        foreach ((string name, SchemaNode relationship) in schema.Property("relationships")?.Properties ?? [])
        {
            AddRelationship(resource, name, relationship);
        }

        return resource;
    }

    /// <summary>Builds the resources of schemas with <c>x-resource-type</c>, which are only returned as included resources.</summary>
    public void BuildTypedSchemas()
    {
        foreach (
            JObject component in root.SelectTokens("components.schemas.*")
                .OfType<JObject>()
                .Where(static component => component["x-resource-type"] is JValue)
        )
        {
            SchemaNode schema = new(root, component);
            ResourceModel resource = Resource(schema.Text("x-resource-type")!, component);
            if (Build(schema, resource.ResourceType) is null)
            {
                AddAttributes(resource, schema);
            }

            foreach (JProperty relationship in (schema["x-relationships"] as JObject ?? []).Properties())
            {
                AddRelationship(resource, relationship.Name, new SchemaNode(root, relationship.Value));
            }
        }
    }

    /// <summary>Reports attributes of included resources without a type. Call it after all types are known.</summary>
    public void CheckIncluded(SchemaNode included)
    {
        foreach (SchemaNode attributes in included.Property("attributes")?.Alternatives ?? [])
        {
            if (!_typeOfAttributes.ContainsKey(attributes.Target))
            {
                findings.Add(
                    ComposerRules.UntypedResource,
                    attributes.Location,
                    "The attributes of an included resource have no resource type."
                );
            }
        }
    }

    /// <summary>Returns the model of a resource type.</summary>
    /// <param name="resourceType">The resource type.</param>
    /// <param name="location">Where it is used, for findings about its name.</param>
    public ResourceModel Resource(string resourceType, JToken location)
    {
        if (!model.Resources.TryGetValue(resourceType, out ResourceModel? resource))
        {
            string name = model.TypeNames.AddResource(ClassName(resourceType), resourceType, location, findings);
            resource = new ResourceModel(resourceType, name);
            model.Resources.Add(resourceType, resource);
        }

        return resource;
    }

    /// <summary>Returns the class name of the overlay, or the singular of the type. Reports a type without a letter or digit.</summary>
    private string ClassName(string resourceType)
    {
        if ((root.SelectToken("components.x-resources") as JObject)?[resourceType]?["name"] is JValue { Value: string defined })
        {
            return defined;
        }

        string name = CSharpName.Identifier(CSharpName.Singular(CSharpName.Pascal(resourceType)), "Type");
        if (name.Length > 0)
        {
            return name;
        }

        findings.Add(
            ComposerRules.InvalidIdentifier,
            root["paths"]!,
            $"The resource type `{resourceType}` contains no letter or digit, so it has no class name. "
                + ProposedAction.FormatResource(resourceType)
        );
        return "UnnamedResource";
    }

    private void AddAttributes(ResourceModel resource, SchemaNode? attributes)
    {
        if (attributes is null)
        {
            return;
        }

        _typeOfAttributes.TryAdd(attributes.Target, resource.ResourceType);
        AddSchema(resource.AttributeSchemas, attributes);
        resource.AttributesDescription ??= (string?)attributes.Target["description"];
        foreach ((string name, SchemaNode schema) in _typeMapper.NamedMembers(attributes, resource.Name))
        {
            if (!resource.Attributes.ContainsKey(name))
            {
                resource.Attributes.Add(name, _typeMapper.Type(name, schema, resource.Name));
            }
        }
    }

    private static void AddSchema(List<SchemaNode> schemas, SchemaNode? schema)
    {
        if (schema is not null && !schemas.Exists(known => known.Target == schema.Target))
        {
            schemas.Add(schema);
        }
    }

    private void AddRelationship(ResourceModel resource, string name, SchemaNode schema)
    {
        string memberName = schema.Text(NameKeywords.Member) ?? CSharpName.Member(name);
        if (memberName.Length == 0)
        {
            findings.Add(
                ComposerRules.NameWithoutIdentifier,
                schema.Location,
                $"The relationship `{name}` of {resource.ResourceType} contains no letter or digit, so it has no C# name. "
                    + ProposedAction.Format(schema.Location, NameKeywords.Member)
            );
            return;
        }

        JToken? hint = schema["x-relationship"];
        SchemaNode? data = schema.Property("data");
        string? target = (string?)hint?["type"] ?? ((data?.Items ?? data)?.Property("type")?.EnumValues is [var only] ? only : null);
        if (target is null)
        {
            findings.Add(
                ComposerRules.UntypedRelationship,
                schema.Location,
                $"The relationship `{name}` of {resource.ResourceType} has no target type."
            );
        }
        else
        {
            Resource(target, schema.Location);
        }

        bool isToMany = (bool?)hint?["many"] ?? data?.IsArray ?? false;
        RelationshipModel? known = resource.Relationships.GetValueOrDefault(name);
        resource.Relationships[name] = new RelationshipModel(
            name,
            known?.Name ?? memberName,
            known?.TargetType ?? target,
            isToMany || (known?.IsToMany ?? false),
            known?.Description ?? schema.Description,
            schema.IsDeprecated || data is { IsDeprecated: true },
            schema.DeprecationReason ?? known?.DeprecationReason,
            known?.Location ?? schema.Location
        );
    }
}
