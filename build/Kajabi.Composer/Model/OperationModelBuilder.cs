using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Model;

/// <summary>Builds the operations with name, area, body and response.</summary>
/// <param name="root">The OpenAPI document after its overlay.</param>
/// <param name="model">The model to add the operations to.</param>
/// <param name="resources">Builds the resources of bodies and responses.</param>
/// <param name="findings">Collects the unsupported schemas.</param>
internal sealed class OperationModelBuilder(JObject root, ComposedModel model, ResourceModelBuilder resources, FindingCollector findings)
{
    private readonly TypeMapper _typeMapper = new(model, findings);
    private readonly List<SchemaNode> _included = [];

    /// <summary>Reserves the names of the interfaces. Call it before the resources are built.</summary>
    public void ReserveAreas()
    {
        foreach (JProperty operation in ContractTree.Operations(root))
        {
            model.TypeNames.AddArea(Area((JObject)operation.Value, ((JProperty)operation.Parent!.Parent!).Name));
        }
    }

    public void BuildAll()
    {
        foreach (JProperty path in ContractTree.Paths(root))
        {
            IEnumerable<JObject> shared = (path.Value["parameters"] as JArray ?? []).OfType<JObject>();
            foreach (JProperty member in ContractTree.Operations(path.Value))
            {
                if (member.Name == "trace")
                {
                    findings.Add(
                        ComposerRules.UnsupportedOperation,
                        member,
                        $"TRACE {path.Name} has no method in the SDK: HTTP clients do not send TRACE."
                    );
                    continue;
                }

                model.Operations.Add(Build(path.Name, member.Name, (JObject)member.Value, shared));
            }
        }

        _included.ForEach(resources.CheckIncluded);
    }

    private OperationModel Build(string path, string method, JObject source, IEnumerable<JObject> shared)
    {
        // A parameter of the operation replaces the parameter of the path with the same name and location.
        IReadOnlyList<JObject> own = [.. (source["parameters"] as JArray ?? []).OfType<JObject>()];
        IReadOnlyList<JObject> parameters =
        [
            .. shared.Where(parameter => !own.Any(replacement => IsSame(parameter, replacement))).Concat(own),
        ];
        OperationModel operation = new()
        {
            Path = path,
            Method = method,
            Source = source,
            Area = Area(source, path),
            Name = OperationNamer.Name(method, path, source, resourceType => resources.Resource(resourceType, source).Name),
            PathParameters = [.. parameters.Where(static parameter => (string?)parameter["in"] == "path")],
            QueryParameters = [.. parameters.Where(static parameter => (string?)parameter["in"] == "query")],
            HeaderParameters = [.. parameters.Where(IsRequiredHeader)],
        };
        foreach (JObject cookie in parameters.Where(static parameter => IsRequired(parameter, "cookie")))
        {
            findings.Add(
                ComposerRules.UnsupportedOperation,
                cookie,
                $"The required cookie `{cookie["name"]}` of {method.ToUpperInvariant()} {path} has no parameter in the SDK."
            );
        }

        BuildBody(operation);
        BuildResponse(operation);
        return operation;
    }

    private static bool IsSame(JObject parameter, JObject other) =>
        (string?)parameter["in"] == (string?)other["in"] && (string?)parameter["name"] == (string?)other["name"];

    private static bool IsRequired(JObject parameter, string location) =>
        (string?)parameter["in"] == location && parameter["required"] is JValue { Value: true };

    // OpenAPI ignores parameters for the headers that the request has anyway.
    private static bool IsRequiredHeader(JObject parameter) =>
        IsRequired(parameter, "header")
        && ((string?)parameter["name"])?.ToLowerInvariant() is not ("accept" or "authorization" or "content-type");

    private void BuildBody(OperationModel operation)
    {
        if (operation.Source["requestBody"]?["content"] is not JObject { Count: > 0 } content)
        {
            return;
        }

        JProperty media = content.Properties().First();
        SchemaNode schema = new(root, media.Value["schema"] ?? new JObject(), media.Value["schema"] ?? media);
        operation.BodyMediaType = media.Name;
        operation.BodyType =
            media.Name == "application/x-www-form-urlencoded"
                ? AddObject("form", schema, $"{operation.Name}Request")
                : Document(operation, schema, isBody: true);
        if (operation.BodyType is null)
        {
            findings.Add(
                ComposerRules.UnsupportedSchema,
                media,
                $"The body of {operation.Name} is neither a JSON:API document nor a form."
            );
        }
    }

    private void BuildResponse(OperationModel operation)
    {
        JProperty? success = (operation.Source["responses"] as JObject ?? [])
            .Properties()
            .FirstOrDefault(static response => response.Name.StartsWith('2'));
        if (success?.Value["content"] is JObject { Count: > 0 } content && content.Properties().First().Value["schema"] is JObject schema)
        {
            operation.ResponseType = Document(operation, new SchemaNode(root, schema), isBody: false);
        }
    }

    /// <summary>Returns the class of a document, which depends on its data.</summary>
    private string? Document(OperationModel operation, SchemaNode schema, bool isBody)
    {
        if (schema.Property("included") is { Items: { } included })
        {
            _included.Add(included);
        }

        SchemaNode? data = schema.Property("data");
        switch (data)
        {
            case null when schema.IsArray:
                foreach (
                    SchemaNode item in schema.Items is { Alternatives: { Count: > 0 } alternatives } ? alternatives : [ItemsOf(schema)]
                )
                {
                    resources.Build(item, typeFromPath: null);
                }

                return "MixedResourceCollection";
            case null when schema.Property("meta") is not null && schema.Property("links") is not null:
                return "VersionDocument";
            case null when !schema.Target.HasValues:
                // The result of a dangling reference: an object without declared members, which preserves all of its content.
                return "JsonApiObject";
            case null:
                return schema.Properties.Any() ? AddObject("object", schema, operation.Name + (isBody ? "Request" : "Response")) : null;
            case not null when operation.Path.Contains("/relationships/", StringComparison.Ordinal):
                return "RelationshipDocument";
            case { Properties: var members } when !data.IsArray && !members.Any():
                return null;
            case { IsArray: true } when resources.Build(ItemsOf(data), TypeFromPath(operation.Path)) is { } many:
                operation.Primary = isBody ? operation.Primary : many;
                return $"{many.Name}Collection";
            case { IsArray: true }:
                return "RelationshipDocument";
            default:
                ResourceModel? one = resources.Build(data, TypeFromPath(operation.Path));
                operation.Primary = isBody ? operation.Primary : one;
                return one is null ? null : $"{one.Name}Document";
        }
    }

    /// <summary>Returns the schema of the items; an empty schema if it is not declared.</summary>
    private SchemaNode ItemsOf(SchemaNode list) => list.Items ?? new SchemaNode(root, new JObject(), list.Location);

    private string AddObject(string kind, SchemaNode schema, string name)
    {
        string className = model.TypeNames.Add(
            schema.Text(NameKeywords.Class) ?? name,
            kind == "form" ? "Form" : "Object",
            (object?)schema.Text(NameKeywords.Class) ?? schema.Target,
            schema.Location,
            ProposedAction.Format(schema.Location, NameKeywords.Class),
            findings
        );
        IReadOnlyList<MemberModel> members =
        [
            .. _typeMapper.NamedMembers(schema, className).Select(property => _typeMapper.Type(property.Key, property.Value, className)),
        ];
        model.Objects[className] = new ObjectModel(className, kind, schema.Description, members);
        return className;
    }

    /// <summary>Returns the C# name of the area: the tag or, when it contains no letter or digit, the resource type of the path.</summary>
    private static string Area(JObject source, string path)
    {
        string area = new[] { (string?)source.SelectToken("tags[0]"), TypeFromPath(path) }
            .Select(static name => CSharpName.Pascal(name ?? string.Empty))
            .FirstOrDefault(static name => name.Length > 0, "Api");
        area = CSharpName.Limit(CSharpName.Identifier(area, "Area"));
        return ReservedMembers.IsReserved(ReservedMembers.Client, area, "KajabiClient") ? area + "Area" : area;
    }

    /// <summary>Returns the resource type of a path: <c>contacts</c> for <c>/v1/contacts/{id}</c>.</summary>
    private static string? TypeFromPath(string path) =>
        OperationNamer.StepsWithoutPrefix(path).FirstOrDefault(static step => !step.StartsWith('{'));
}
