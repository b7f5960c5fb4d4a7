using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>
/// Writes the schemas of the composed document. Each says with <c>x-kind</c> what it becomes; lists that the
/// templates walk are properties, because those are what the generator hands on one by one.
/// </summary>
/// <param name="model">The decisions.</param>
/// <param name="queries">Tells which types an answer can hold.</param>
/// <param name="findings">Takes names that two classes would share.</param>
internal sealed class SchemaWriter(ComposedModel model, QueryModelBuilder queries, FindingCollector findings)
{
    /// <summary>The document of every answer that is no success.</summary>
    public const string ErrorDocument = "ErrorDocument";

    private readonly JObject _schemas = [];

    // What no operation sends, answers or takes has no class: a document of lessons, say, which only come included.
    private readonly HashSet<string?> _documents =
    [
        .. model.Operations.SelectMany(static operation => (string?[])[operation.ResponseType, operation.BodyType]),
    ];

    private readonly HashSet<ResourceModel> _inFieldsets =
    [
        .. model
            .Operations.Where(static operation => operation.Query?.Fieldsets is not null)
            .SelectMany(operation => queries.TypesInAnswers(operation.Primary!)),
    ];

    public static JObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    public JObject Write()
    {
        RuntimeSchemas.AddTo(_schemas);

        foreach (ResourceModel resource in model.Resources.Values)
        {
            AddResource(resource);
        }

        foreach (ObjectModel one in model.Objects.Values)
        {
            Add(one.Name, one.Kind, one.Description, one.Members.Select(static member => (member.WireName, member.Schema)));
        }

        foreach (OperationModel operation in model.Operations.Where(static operation => operation.Query is not null))
        {
            AddQuery(operation);
        }

        foreach (EnumModel one in model.Enums.Values)
        {
            Add(one.Name, one.Kind, one.Description, one.Values.Select(value => (value, EnumValue(value, WordsOf(one, value)))));
        }

        AddRegistries();
        return _schemas;
    }

    /// <summary>What is known of the member that a value of an include or sort enum names; null for other enums.</summary>
    private string? WordsOf(EnumModel one, string value)
    {
        ResourceModel? at = model.Resources.Values.FirstOrDefault(resource =>
            one.Name == $"{resource.Name}Include" || one.Name == $"{resource.Name}Sort"
        );
        if (one.Kind == "sort-enum")
        {
            return (string?)at?.Attributes.GetValueOrDefault(value)?.Schema["description"];
        }

        RelationshipModel? relationship = null;
        foreach (string step in one.Kind == "include-enum" ? value.Split('.') : [])
        {
            relationship = at?.Relationships.GetValueOrDefault(step);
            at = relationship?.TargetType is { } type ? model.Resources.GetValueOrDefault(type) : null;
        }

        return relationship?.Description;
    }

    private static JObject EnumValue(string wire, string? description = null) =>
        new()
        {
            ["type"] = "string",
            ["x-csharp-name"] = Naming.Member(wire),
            ["description"] = description ?? $"`{wire.Replace('`', '\'')}` on the wire.",
        };

    // The fieldsets of one resource type are written for each operation that takes them, and are the same each time.
    private static bool IsSame(JToken taken, string kind) => kind == "fieldsets" && (string?)taken == kind;

    private JObject Add(string name, string kind, string? description, IEnumerable<(string Name, JObject Schema)>? listed = null)
    {
        List<(string Name, JObject Schema)> properties = [.. listed ?? []];
        foreach ((string wireName, JObject property) in properties)
        {
            property["x-doc"] = XmlDocFormatter.From((string?)property["description"]);
            property["x-literal"] ??= CSharpLiteral.Of(wireName);
            if (property["deprecated"] is not null)
            {
                property["x-obsolete"] = CSharpLiteral.Of(
                    $"Kajabi's contract advises against {(kind == "relationships" ? "the relationship " : string.Empty)}{wireName}."
                );
            }
        }

        JObject schema = new()
        {
            ["type"] = "object",
            ["description"] = description ?? string.Empty,
            ["x-doc"] = XmlDocFormatter.From(description),
            ["additionalProperties"] = false,
            ["x-kind"] = kind,
            ["properties"] = new JObject(properties.Select(static property => new JProperty(property.Name, property.Schema))),
        };
        if (_schemas[name]?["x-kind"] is { } taken && !IsSame(taken, kind))
        {
            findings.Add(Rule.NameNeedsNumber, _schemas, $"A {kind} and a {taken} would both be `{name}`.");
        }

        _schemas[name] = schema;
        return schema;
    }

    private void AddResource(ResourceModel resource)
    {
        string attributes = $"{resource.Name}Attributes";
        string relationships = $"{resource.Name}Relationships";
        Add(
            attributes,
            "attributes",
            resource.AttributesDescription ?? $"The attributes of a `{resource.WireType}` resource.",
            resource.Attributes.Values.Select(static member => (member.WireName, member.Schema))
        );
        Add(
            relationships,
            "relationships",
            $"The relationships of a `{resource.WireType}` resource, each with its state.",
            resource.Relationships.Values.Select(relationship => (relationship.WireName, Relationship(relationship)))
        );
        JObject written = Add(
            resource.Name,
            "resource",
            resource.Description ?? $"A resource of type `{resource.WireType}`.",
            new (string, JObject)[]
            {
                ("id", new JObject { ["type"] = "string" }),
                ("type", new JObject { ["type"] = "string" }),
                ("attributes", Reference(attributes)),
                ("relationships", Reference(relationships)),
                ("links", Reference("Links")),
                ("meta", Reference("Meta")),
            }
        );
        written["x-resource-type"] = resource.WireType;
        written["x-type-literal"] = CSharpLiteral.Of(resource.WireType);
        written["x-attributes"] = attributes;
        written["x-relationships"] = relationships;
        AddDocument(
            $"{resource.Name}Document",
            "document",
            $"A document whose data is one {resource.Name}.",
            resource,
            Reference(resource.Name)
        );
        AddDocument(
            $"{resource.Name}Collection",
            "collection",
            $"A page of {resource.Name} resources.",
            resource,
            new JObject { ["type"] = "array", ["items"] = Reference(resource.Name) }
        );
        if (_inFieldsets.Contains(resource))
        {
            Add(
                $"{resource.Name}Field",
                "field-enum",
                $"What a sparse fieldset of `{resource.WireType}` can name.",
                resource
                    .FieldNames.Distinct()
                    .Select(name =>
                        (
                            name,
                            EnumValue(
                                name,
                                (string?)resource.Attributes.GetValueOrDefault(name)?.Schema["description"]
                                    ?? resource.Relationships.GetValueOrDefault(name)?.Description
                            )
                        )
                    )
            );
        }
    }

    private void AddDocument(string name, string kind, string description, ResourceModel resource, JObject data)
    {
        if (!_documents.Contains(name))
        {
            return;
        }

        JObject written = Add(
            name,
            kind,
            description,
            [
                ("data", data),
                ("included", new JObject { ["type"] = "array", ["items"] = Reference("IncludedResource") }),
                ("links", Reference("Links")),
                ("meta", Reference("Meta")),
            ]
        );
        written["x-resource"] = resource.Name;
    }

    private JObject Relationship(RelationshipModel relationship)
    {
        string target = relationship.TargetType is { } type ? model.Resources[type].Name : "Resource";
        JObject data = relationship.IsToMany
            ? new JObject { ["type"] = "array", ["items"] = Reference("ResourceIdentifier") }
            : Reference("ResourceIdentifier");
        JObject written = new()
        {
            ["type"] = "object",
            ["description"] = relationship.Description ?? string.Empty,
            ["properties"] = new JObject
            {
                ["data"] = data,
                ["links"] = Reference("Links"),
                ["meta"] = Reference("Meta"),
            },
            ["x-csharp-name"] = Naming.Member(relationship.WireName),
            ["x-target-class"] = target,
            ["x-target-type"] = relationship.TargetType,
            ["x-target-literal"] = relationship.TargetType is { } wireType ? CSharpLiteral.Of(wireType) : "null",
            ["x-many"] = relationship.IsToMany,
        };
        if (relationship.IsDeprecated)
        {
            written["deprecated"] = true;
        }

        return written;
    }

    private void AddQuery(OperationModel operation)
    {
        QueryModel query = operation.Query!;
        JObject written = Add(
            query.Name,
            "query",
            $"The query of {operation.Method.ToUpperInvariant()} `{operation.Path}`.",
            query.Properties.Select(static property =>
                (
                    property.WireName,
                    new JObject
                    {
                        ["type"] = "string",
                        ["description"] = property.Description ?? string.Empty,
                        ["x-csharp-name"] = property.Name,
                        ["x-csharp-type"] = property.Type,
                        ["x-query-kind"] = property.Kind,
                        ["x-required"] = property.IsRequired,
                    }
                )
            )
        );
        written["x-paged"] = query.IsPaged;
        written["x-site-optional"] = query.IsFilteredBySite;
        if (query.Fieldsets is not null)
        {
            written["x-fieldsets"] = query.Fieldsets;
            AddFieldsets(query.Fieldsets, operation.Primary!);
        }
    }

    private void AddFieldsets(string name, ResourceModel primary) =>
        Add(
            name,
            "fieldsets",
            $"Which members an answer about {primary.Name} resources shall hold, by resource type; all of them where nothing is said.",
            queries
                .TypesInAnswers(primary)
                .Select(static type =>
                    (
                        type.WireType,
                        new JObject
                        {
                            ["type"] = "string",
                            ["description"] = $"The members of `{type.WireType}` resources; all of them when empty.",
                            ["x-csharp-name"] = Naming.Member(type.WireType),
                            ["x-literal"] = CSharpLiteral.Of($"fields[{type.WireType}]"),
                            ["x-csharp-type"] = $"{type.Name}Field",
                        }
                    )
                )
        );

    /// <summary>Lists over the whole contract: which class stands for a type, which interface for an area, which paths are filtered by site.</summary>
    private void AddRegistries()
    {
        Add(
            "SiteFilteredPaths",
            "paths",
            null,
            model
                .Operations.Where(static operation => operation.Query is { IsFilteredBySite: true })
                .Select(static operation => (operation.Path, new JObject { ["type"] = "string" }))
        );
        Add(
            "GeneratedResources",
            "registry",
            null,
            model.Resources.Values.Select(static resource =>
                (resource.WireType, new JObject { ["type"] = "string", ["x-csharp-name"] = resource.Name })
            )
        );
        Add(
            "KajabiClient",
            "client",
            null,
            model
                .Operations.Select(static operation => operation.Area)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(static area => (area, new JObject { ["type"] = "string", ["x-csharp-name"] = area }))
        );
    }
}
