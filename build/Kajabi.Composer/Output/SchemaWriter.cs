using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Output;

/// <summary>
/// Writes the schemas of the composed document. The kind in <c>x-csharp</c> determines the template. Types that exist only in C#, such as
/// queries, are schemas without properties, because the generator calls a template once for each schema.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="queries">Determines which types a response can contain.</param>
/// <param name="findings">Collects duplicate names.</param>
internal sealed class SchemaWriter(ComposedModel model, QueryModelBuilder queries, FindingCollector findings)
{
    /// <summary>The name of the document of error responses.</summary>
    public const string ErrorDocument = "ErrorDocument";

    private static readonly string[] s_readableKinds = ["attributes", "object", "relationships", "resource", "document", "collection"];

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

    public JObject Write()
    {
        RuntimeSchemas.AddTo(_schemas);

        foreach (ResourceModel resource in model.Resources.Values)
        {
            AddResource(resource);
        }

        foreach (ObjectModel one in model.Objects.Values)
        {
            Add(one.Name, one.Kind, one.Description, Properties(one.Members), one.Members.Select(TypeMember.Attribute));
        }

        foreach (OperationModel operation in model.Operations.Where(static operation => operation.Query is not null))
        {
            AddQuery(operation);
        }

        foreach (EnumModel one in model.Enums.Values)
        {
            AddEnum(
                one.Name,
                one.Kind,
                one.Description,
                one.Values,
                value => TypeMember.EnumValue(one.NameOf(value), value, GetDescription(one, value))
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

    private static JObject Properties(IEnumerable<MemberModel> members) =>
        new(members.Select(static member => new JProperty(member.ApiName, member.Schema)));

    // The fieldsets of a resource type are written once for each operation with sparse fieldsets, with the same content.
    private static bool IsSame(string existing, string kind) => kind == "fieldsets" && existing == kind;

    /// <summary>Adds a schema with its class; returns the extension of the schema.</summary>
    private JObject Add(string name, string kind, string? description, JObject? properties = null, IEnumerable<JObject>? members = null)
    {
        string key = DocumentName.From(name);
        if (_schemas[key] is { } known && (CSharpExtension.Get(known, "kind") ?? "runtime") is var existing && !IsSame(existing, kind))
        {
            findings.Add(
                ComposerRules.NameNeedsNumber,
                _schemas,
                $"The classes for a {kind} and a {existing} would both have the name `{name}`."
            );
        }

        JObject extension = CSharpExtension.Create(
            new JObject
            {
                ["kind"] = kind,
                ["name"] = name,
                ["doc"] = XmlDocFormatter.From(description),
                ["members"] = members is null ? null : new JArray(members),
            }
        );
        JObject schema = new()
        {
            ["type"] = "object",
            ["description"] = description,
            ["properties"] = properties,
            // The generator reads an object with any other members as a dictionary, which has no class.
            ["additionalProperties"] = false,
            [CSharpExtension.Keyword] = extension,
        };
        CSharpExtension.RemoveNulls(schema);
        _schemas[key] = schema;
        return extension;
    }

    private void AddEnum(string name, string kind, string? description, IReadOnlyList<string> values, Func<string, JObject> member)
    {
        Add(name, kind, description, members: values.Select(member));

        // OpenAPI does not allow an enum without values.
        if (values.Count > 0)
        {
            JObject schema = (JObject)_schemas[DocumentName.From(name)]!;
            schema["type"] = "string";
            schema["enum"] = new JArray(values);
            schema.Remove("additionalProperties");
        }
    }

    private void AddResource(ResourceModel resource)
    {
        string attributes = $"{resource.Name}Attributes";
        string relationships = $"{resource.Name}Relationships";
        Add(
            attributes,
            "attributes",
            resource.AttributesDescription ?? $"The attributes of a `{resource.ResourceType}` resource.",
            Properties(resource.Attributes.Values),
            resource.Attributes.Values.Select(TypeMember.Attribute)
        );
        Add(
            relationships,
            "relationships",
            $"The relationships of a `{resource.ResourceType}` resource.",
            new JObject(
                resource.Relationships.Values.Select(static relationship => new JProperty(relationship.ApiName, Relationship(relationship)))
            ),
            resource.Relationships.Values.Select(relationship =>
                TypeMember.Relationship(relationship, relationship.TargetType is { } type ? model.Resources[type].Name : "Resource")
            )
        );
        JObject extension = Add(
            resource.Name,
            "resource",
            resource.Description ?? $"A resource of type `{resource.ResourceType}`.",
            new JObject
            {
                ["id"] = new JObject { ["type"] = "string" },
                ["type"] = new JObject { ["type"] = "string", ["enum"] = new JArray(resource.ResourceType) },
                ["attributes"] = ComponentReference.Create(attributes),
                ["relationships"] = ComponentReference.Create(relationships),
                ["links"] = ComponentReference.Create("Links"),
                ["meta"] = ComponentReference.Create("Meta"),
            }
        );
        extension["literal"] = CSharpLiteral.From(resource.ResourceType);
        AddDocument(
            $"{resource.Name}Document",
            "document",
            $"A document with one {resource.Name} resource.",
            resource,
            ComponentReference.Create(resource.Name)
        );
        AddDocument(
            $"{resource.Name}Collection",
            "collection",
            $"A page of {resource.Name} resources.",
            resource,
            new JObject { ["type"] = "array", ["items"] = ComponentReference.Create(resource.Name) }
        );
        if (_inFieldsets.Contains(resource))
        {
            AddFields(resource);
        }
    }

    private void AddFields(ResourceModel resource)
    {
        string field = $"{resource.Name}Field";
        HashSet<string> used = [];
        AddEnum(
            field,
            "field-enum",
            $"The fields of `{resource.ResourceType}` resources, for sparse fieldsets.",
            [.. resource.FieldNames.Distinct()],
            name =>
                TypeMember.EnumValue(
                    Unused(
                        resource.Attributes.GetValueOrDefault(name)?.Name ?? resource.Relationships[name].Name,
                        "Field",
                        used,
                        one => ReservedMembers.IsReserved(ReservedMembers.Enum, one, field)
                    ),
                    name,
                    (string?)resource.Attributes.GetValueOrDefault(name)?.Schema["description"]
                        ?? resource.Relationships.GetValueOrDefault(name)?.Description
                )
        );
    }

    private void AddDocument(string name, string kind, string description, ResourceModel resource, JObject data)
    {
        if (!_documents.Contains(name))
        {
            return;
        }

        JObject extension = Add(
            name,
            kind,
            description,
            new JObject
            {
                ["data"] = data,
                ["included"] = new JObject { ["type"] = "array", ["items"] = ComponentReference.Create("IncludedResource") },
                ["links"] = ComponentReference.Create("Links"),
                ["meta"] = ComponentReference.Create("Meta"),
            }
        );
        extension["resource"] = resource.Name;
    }

    private static JObject Relationship(RelationshipModel relationship)
    {
        JObject written = new()
        {
            ["type"] = "object",
            ["description"] = relationship.Description,
            ["properties"] = new JObject
            {
                ["data"] = relationship.IsToMany
                    ? new JObject { ["type"] = "array", ["items"] = ComponentReference.Create("ResourceIdentifier") }
                    : ComponentReference.Create("ResourceIdentifier"),
                ["links"] = ComponentReference.Create("Links"),
                ["meta"] = ComponentReference.Create("Meta"),
            },
            ["deprecated"] = relationship.IsDeprecated ? true : null,
        };
        CSharpExtension.RemoveNulls(written);
        return written;
    }

    private void AddQuery(OperationModel operation)
    {
        QueryModel query = operation.Query!;
        JObject extension = Add(
            query.Name,
            "query",
            $"The query of {operation.Method.ToUpperInvariant()} `{operation.Path}`.",
            members: query.Properties.Select(TypeMember.QueryParameter)
        );
        extension["isPaged"] = query.IsPaged;
        extension["isFilteredBySite"] = query.IsFilteredBySite;
        if (query.Fieldsets is not null)
        {
            extension["fieldsets"] = query.Fieldsets;
            AddFieldsets(query.Fieldsets, operation.Primary!);
        }

        if (query.Filter is { } filter)
        {
            extension["filter"] = filter.Name;
            extension["filterParameters"] = new JArray(filter.Parameters.Select(TypeMember.QueryParameter));
            Add(filter.Name, "filter", filter.Description, members: filter.Attributes.Select(TypeMember.FilteredAttribute));
            foreach (FilteredAttributeModel attribute in filter.Attributes)
            {
                Add(
                    attribute.ClassName,
                    "attribute-filter",
                    $"Filters on the attribute `{attribute.ApiName}`. Filters that are set apply together.",
                    members: attribute.Comparisons.Select(TypeMember.QueryParameter)
                );
            }
        }
    }

    private void AddFieldsets(string name, ResourceModel primary)
    {
        HashSet<string> used = [];
        Add(
            name,
            "fieldsets",
            $"The sparse fieldsets of responses with {primary.Name} resources, by resource type. Default: all fields.",
            members: queries
                .TypesInResponses(primary)
                .Select(type =>
                {
                    JObject written = TypeMember.Create(
                        Unused(
                            CSharpName.Member(type.ResourceType),
                            "Fields",
                            used,
                            one => ReservedMembers.IsReserved(ReservedMembers.Fieldsets, one, name)
                        ),
                        $"fields[{type.ResourceType}]",
                        $"The fields of `{type.ResourceType}` resources to return. Default (empty): all fields."
                    );
                    written["typeName"] = $"{type.Name}Field";
                    return written;
                })
        );
    }

    /// <summary>
    /// Adds global lists: classes by name and by resource type, operations by resource type, interfaces by area, and paths with an
    /// optional site filter.
    /// </summary>
    private void AddRegistries()
    {
        Add(
            "SiteFilteredPaths",
            "paths",
            "The paths of lists that can be filtered by site and do not require it.",
            members: model
                .Operations.Where(static operation => operation.Query is { IsFilteredBySite: true })
                .Select(static operation => operation.Path)
                .Distinct(StringComparer.Ordinal)
                .Select(static path => new JObject { ["literal"] = CSharpLiteral.From(path) })
        );
        Add(
            "GeneratedResources",
            "registry",
            "The resource types and their classes.",
            members: model.Resources.Values.Select(static resource => new JObject
            {
                ["name"] = resource.Name,
                ["literal"] = CSharpLiteral.From(resource.ResourceType),
            })
        );
        Add(
            "GeneratedTypes",
            "types",
            "The classes that JSON can be read as.",
            members: _schemas
                .Properties()
                .Where(static schema => s_readableKinds.Contains(CSharpExtension.Get(schema.Value, "kind")))
                .Select(static schema => new JObject
                {
                    ["name"] = CSharpExtension.Get(schema.Value, "name"),
                    ["isResource"] = CSharpExtension.Get(schema.Value, "kind") == "resource",
                })
                .ToList()
        );
        Add("GeneratedOperations", "operations", "The operations by resource type.", members: new OperationTableWriter(model).Write());
        Add(
            "KajabiClient",
            "client",
            "The areas of the client.",
            members: model
                .Operations.Select(static operation => operation.Area)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(static area => new JObject { ["name"] = area })
        );
    }
}
