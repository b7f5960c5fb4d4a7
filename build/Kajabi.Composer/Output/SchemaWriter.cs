using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Output;

/// <summary>
/// Writes the schemas of the composed document. <c>x-kind</c> determines the template. Lists for the templates are written as properties,
/// because the generator passes only those to the templates.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="queries">Determines which types a response can contain.</param>
/// <param name="findings">Collects duplicate names.</param>
internal sealed class SchemaWriter(ComposedModel model, QueryModelBuilder queries, FindingCollector findings)
{
    /// <summary>The name of the document of error responses.</summary>
    public const string ErrorDocument = "ErrorDocument";

    private readonly JObject _schemas = [];

    // Only documents that an operation sends or returns have a class. Lessons, for example, are only returned in `included`.
    private readonly HashSet<string?> _documents =
    [
        .. model.Operations.SelectMany(static operation => (string?[])[operation.ResponseType, operation.BodyType]),
    ];

    private readonly HashSet<ResourceModel> _inFieldsets =
    [
        .. model
            .Operations.Where(static operation => operation.Query?.Fieldsets is not null)
            .SelectMany(operation => queries.TypesInResponses(operation.Primary!)),
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
            Add(one.Name, one.Kind, one.Description, one.Members.Select(static member => (member.ApiName, member.Schema)));
        }

        foreach (OperationModel operation in model.Operations.Where(static operation => operation.Query is not null))
        {
            AddQuery(operation);
        }

        foreach (EnumModel one in model.Enums.Values)
        {
            Add(
                one.Name,
                one.Kind,
                one.Description,
                one.Values.Select(value => (value, EnumValue(value, GetDescription(one, value), one.NameOf(value))))
            );
        }

        AddRegistries();
        return _schemas;
    }

    /// <summary>Returns the description of the member that a value of an include or sort enum refers to; null for other enums.</summary>
    private string? GetDescription(EnumModel one, string value)
    {
        ResourceModel? current = model.Resources.Values.FirstOrDefault(resource =>
            one.Name == $"{resource.Name}Include" || one.Name == $"{resource.Name}Sort"
        );
        if (one.Kind == "sort-enum")
        {
            return (string?)current?.Attributes.GetValueOrDefault(value)?.Schema["description"];
        }

        RelationshipModel? relationship = null;
        foreach (string step in one.Kind == "include-enum" ? value.Split('.') : [])
        {
            relationship = current?.Relationships.GetValueOrDefault(step);
            current = relationship?.TargetType is { } type ? model.Resources.GetValueOrDefault(type) : null;
        }

        return relationship?.Description;
    }

    /// <summary>Returns a name that no member of the class has: the preferred one, or one with a suffix.</summary>
    private static string Unused(string name, string suffix, HashSet<string> used, Func<string, bool> isReserved)
    {
        while (name.Length == 0 || isReserved(name) || !used.Add(name))
        {
            name += suffix;
        }

        return name;
    }

    private static JObject EnumValue(string apiName, string? description = null, string? name = null) =>
        new()
        {
            ["type"] = "string",
            ["x-csharp-name"] = name ?? CSharpName.Member(apiName),
            ["description"] = description ?? $"The value `{apiName.Replace('`', '\'')}`.",
        };

    // The fieldsets of a resource type are written once for each operation with sparse fieldsets, with the same content.
    private static bool IsSame(JToken existing, string kind) => kind == "fieldsets" && (string?)existing == kind;

    private JObject Add(string name, string kind, string? description, IEnumerable<(string Name, JObject Schema)>? listed = null)
    {
        List<(string Name, JObject Schema)> properties = [.. listed ?? []];
        foreach ((string apiName, JObject property) in properties)
        {
            property["x-doc"] = XmlDocFormatter.From((string?)property["description"]);
            property["x-literal"] ??= CSharpLiteral.From(apiName);
            if (property["deprecated"] is not null)
            {
                property["x-obsolete"] = CSharpLiteral.From(
                    $"Kajabi's OpenAPI document marks {(kind == "relationships" ? "the relationship " : string.Empty)}"
                        + $"{apiName} as deprecated."
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
            ["x-class"] = name,
            ["properties"] = new JObject(properties.Select(static property => new JProperty(property.Name, property.Schema))),
        };
        if (_schemas[name]?["x-kind"] is { } existing && !IsSame(existing, kind))
        {
            findings.Add(
                ComposerRules.NameNeedsNumber,
                _schemas,
                $"The classes for a {kind} and a {existing} would both have the name `{name}`."
            );
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
            resource.AttributesDescription ?? $"The attributes of a `{resource.ResourceType}` resource.",
            resource.Attributes.Values.Select(static member => (member.ApiName, member.Schema))
        );
        Add(
            relationships,
            "relationships",
            $"The relationships of a `{resource.ResourceType}` resource.",
            resource.Relationships.Values.Select(relationship => (relationship.ApiName, Relationship(relationship)))
        );
        JObject written = Add(
            resource.Name,
            "resource",
            resource.Description ?? $"A resource of type `{resource.ResourceType}`.",
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
        written["x-resource-type"] = resource.ResourceType;
        written["x-type-literal"] = CSharpLiteral.From(resource.ResourceType);
        written["x-attributes"] = attributes;
        written["x-relationships"] = relationships;
        AddDocument(
            $"{resource.Name}Document",
            "document",
            $"A document with one {resource.Name} resource.",
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
            string field = $"{resource.Name}Field";
            HashSet<string> used = [];
            Add(
                field,
                "field-enum",
                $"The fields of `{resource.ResourceType}` resources, for sparse fieldsets.",
                resource
                    .FieldNames.Distinct()
                    .Select(name =>
                        (
                            name,
                            EnumValue(
                                name,
                                (string?)resource.Attributes.GetValueOrDefault(name)?.Schema["description"]
                                    ?? resource.Relationships.GetValueOrDefault(name)?.Description,
                                Unused(
                                    resource.Attributes.GetValueOrDefault(name)?.Name ?? resource.Relationships[name].Name,
                                    "Field",
                                    used,
                                    one => ReservedMembers.IsReserved(ReservedMembers.Enum, one, field)
                                )
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
            ["x-csharp-name"] = relationship.Name,
            ["x-target-class"] = target,
            ["x-target-type"] = relationship.TargetType,
            ["x-target-literal"] = relationship.TargetType is { } resourceType ? CSharpLiteral.From(resourceType) : "null",
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
                    property.ApiName,
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

    private void AddFieldsets(string name, ResourceModel primary)
    {
        HashSet<string> used = [];
        Add(
            name,
            "fieldsets",
            $"The sparse fieldsets of responses with {primary.Name} resources, by resource type. Default: all fields.",
            queries
                .TypesInResponses(primary)
                .Select(type =>
                    (
                        type.ResourceType,
                        new JObject
                        {
                            ["type"] = "string",
                            ["description"] = $"The fields of `{type.ResourceType}` resources to return. Default (empty): all fields.",
                            ["x-csharp-name"] = Unused(
                                CSharpName.Member(type.ResourceType),
                                "Fields",
                                used,
                                one => ReservedMembers.IsReserved(ReservedMembers.Fieldsets, one, name)
                            ),
                            ["x-literal"] = CSharpLiteral.From($"fields[{type.ResourceType}]"),
                            ["x-csharp-type"] = $"{type.Name}Field",
                        }
                    )
                )
        );
    }

    /// <summary>Adds global lists: classes by resource type, interfaces by area, and paths with an optional site filter.</summary>
    private void AddRegistries()
    {
        Add(
            "SiteFilteredPaths",
            "paths",
            "The paths of lists that can be filtered by site and do not require it.",
            model
                .Operations.Where(static operation => operation.Query is { IsFilteredBySite: true })
                .Select(static operation => (operation.Path, new JObject { ["type"] = "string" }))
        );
        Add(
            "GeneratedResources",
            "registry",
            "The resource types and their classes.",
            model.Resources.Values.Select(static resource =>
                (resource.ResourceType, new JObject { ["type"] = "string", ["x-csharp-name"] = resource.Name })
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
