using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Recognises JSON:API resources by their shape and unites what every schema says of one type.</summary>
/// <param name="root">The contract after its overlay.</param>
/// <param name="model">Takes the resources.</param>
/// <param name="findings">Takes resources and relationships whose type nobody says.</param>
internal sealed class ResourceModelBuilder(JObject root, ComposedModel model, FindingCollector findings)
{
    private readonly TypeMapper _typer = new(model, findings);

    // An attributes schema belongs to the resource that showed it first.
    private readonly Dictionary<JObject, string> _typeOfAttributes = [];

    /// <summary>Makes the classes that exist in every version, whatever this one declares.</summary>
    public void AddKnown()
    {
        foreach (JProperty known in (root.SelectToken("components.x-resources") as JObject ?? []).Properties())
        {
            Resource(known.Name).Description = (string?)known.Value["description"];
        }
    }

    /// <summary>Lifts a resource out of a schema and gives its model; null when the schema is none.</summary>
    /// <param name="schema">The schema of <c>data</c>, of one of its items or of an included resource.</param>
    /// <param name="typeFromPath">The type that the path suggests, for primary data.</param>
    public ResourceModel? Lift(SchemaNode schema, string? typeFromPath)
    {
        SchemaNode? attributes = schema.Property("attributes");
        if (attributes is null && schema.Property("relationships") is null)
        {
            return null;
        }

        string? wireType =
            schema.Text("x-resource-type")
            ?? attributes?.Text("x-resource-type")
            ?? (schema.Property("type")?.EnumValues is [var only] ? only : null)
            ?? typeFromPath;
        if (wireType is null)
        {
            findings.Add(Rule.UntypedResource, schema.Place, "This resource says nowhere which type it has on the wire.");
            return null;
        }

        ResourceModel resource = Resource(wireType);
        AddAttributes(resource, attributes);
        Keep(resource.RelationshipSchemas, schema.Property("relationships"));
        foreach ((string name, SchemaNode relationship) in schema.Property("relationships")?.Properties ?? [])
        {
            AddRelationship(resource, name, relationship);
        }

        return resource;
    }

    /// <summary>Lifts what the overlay types by itself: schemas that documents include and no operation answers with.</summary>
    public void LiftTypedSchemas()
    {
        foreach (
            JObject component in root.SelectTokens("components.schemas.*")
                .OfType<JObject>()
                .Where(static component => component["x-resource-type"] is JValue)
        )
        {
            SchemaNode schema = new(root, component);
            ResourceModel resource = Resource(schema.Text("x-resource-type")!);
            if (Lift(schema, resource.WireType) is null)
            {
                AddAttributes(resource, schema);
            }

            foreach (JProperty relationship in (schema["x-relationships"] as JObject ?? []).Properties())
            {
                AddRelationship(resource, relationship.Name, new SchemaNode(root, relationship.Value));
            }
        }
    }

    /// <summary>Reports attributes that a document may include and that belong to no type, once all types are known.</summary>
    public void CheckIncluded(SchemaNode included)
    {
        foreach (SchemaNode attributes in included.Property("attributes")?.Alternatives ?? [])
        {
            if (!_typeOfAttributes.ContainsKey(attributes.Target))
            {
                findings.Add(
                    Rule.UntypedResource,
                    attributes.Place,
                    "These attributes of an included resource say nowhere which type they belong to."
                );
            }
        }
    }

    public ResourceModel Resource(string wireType)
    {
        if (!model.Resources.TryGetValue(wireType, out ResourceModel? resource))
        {
            string name = ClassName(wireType);
            resource = new ResourceModel(wireType, name);
            model.Resources.Add(wireType, resource);
        }

        return resource;
    }

    /// <summary>Returns the class that the overlay names, or the singular of the type. A type without any letter or digit cannot have a class.</summary>
    private string ClassName(string wireType)
    {
        if ((root.SelectToken("components.x-resources") as JObject)?[wireType]?["name"] is JValue { Value: string given })
        {
            return given;
        }

        string name = Naming.Identifier(Naming.Singular(Naming.Pascal(wireType)), "Type");
        if (name.Length > 0)
        {
            return name;
        }

        findings.Add(
            Rule.InvalidIdentifier,
            root["paths"]!,
            $"The resource type `{wireType}` contains no letter or digit to name a class after. Give it a `name` in `components.x-resources`."
        );
        return "UnnamedResource";
    }

    private void AddAttributes(ResourceModel resource, SchemaNode? attributes)
    {
        if (attributes is null)
        {
            return;
        }

        _typeOfAttributes.TryAdd(attributes.Target, resource.WireType);
        Keep(resource.AttributeSchemas, attributes);
        resource.AttributesDescription ??= (string?)attributes.Target["description"];
        foreach ((string name, SchemaNode schema) in _typer.NamedMembers(attributes, resource.Name))
        {
            if (!resource.Attributes.ContainsKey(name))
            {
                resource.Attributes.Add(name, _typer.Type(name, schema, resource.Name));
            }
        }
    }

    private static void Keep(List<SchemaNode> schemas, SchemaNode? schema)
    {
        if (schema is not null && !schemas.Exists(known => known.Target == schema.Target))
        {
            schemas.Add(schema);
        }
    }

    private void AddRelationship(ResourceModel resource, string name, SchemaNode schema)
    {
        if (Naming.Member(name).Length == 0)
        {
            findings.Add(
                Rule.NameWithoutIdentifier,
                schema.Place,
                $"The relationship `{name}` of {resource.WireType} contains no letter or digit to name a property after."
            );
            return;
        }

        JToken? hint = schema["x-relationship"];
        SchemaNode? data = schema.Property("data");
        string? target = (string?)hint?["type"] ?? ((data?.Items ?? data)?.Property("type")?.EnumValues is [var only] ? only : null);
        if (target is null)
        {
            findings.Add(
                Rule.UntypedRelationship,
                schema.Place,
                $"The relationship `{name}` of {resource.WireType} says nowhere which type it leads to."
            );
        }
        else
        {
            Resource(target);
        }

        bool isToMany = (bool?)hint?["many"] ?? data?.IsArray ?? false;
        RelationshipModel? known = resource.Relationships.GetValueOrDefault(name);
        resource.Relationships[name] = new RelationshipModel(
            name,
            known?.TargetType ?? target,
            isToMany || (known?.IsToMany ?? false),
            known?.Description ?? schema.Description,
            schema.IsDeprecated || data is { IsDeprecated: true }
        );
    }
}
