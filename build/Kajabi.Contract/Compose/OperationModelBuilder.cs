using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Turns every path and method into an operation with a name, an area, a body and an answer.</summary>
/// <param name="root">The contract after its overlay.</param>
/// <param name="model">Takes the operations.</param>
/// <param name="resources">Lifts the resources that bodies and answers show.</param>
/// <param name="findings">Takes what cannot be recognised.</param>
internal sealed class OperationModelBuilder(JObject root, ComposedModel model, ResourceModelBuilder resources, FindingCollector findings)
{
    private readonly TypeMapper _typer = new(model, findings);
    private readonly List<SchemaNode> _included = [];

    public void LiftAll()
    {
        foreach (JProperty path in ContractTree.Paths(root))
        {
            IEnumerable<JObject> shared = (path.Value["parameters"] as JArray ?? []).OfType<JObject>();
            foreach (JProperty member in ContractTree.Operations(path.Value))
            {
                model.Operations.Add(Lift(path.Name, member.Name, (JObject)member.Value, shared));
            }
        }

        _included.ForEach(resources.CheckIncluded);
    }

    private OperationModel Lift(string path, string method, JObject source, IEnumerable<JObject> shared)
    {
        IReadOnlyList<JObject> parameters = [.. shared.Concat((source["parameters"] as JArray ?? []).OfType<JObject>())];
        OperationModel operation = new()
        {
            Path = path,
            Method = method,
            Source = source,
            Area = Area(source, path),
            Name = OperationNamer.Name(method, path, source, wireType => resources.Resource(wireType).Name),
            PathParameters = [.. parameters.Where(static parameter => (string?)parameter["in"] == "path")],
            QueryParameters = [.. parameters.Where(static parameter => (string?)parameter["in"] == "query")],
        };
        LiftBody(operation);
        LiftAnswer(operation);
        return operation;
    }

    private void LiftBody(OperationModel operation)
    {
        if (operation.Source["requestBody"]?["content"] is not JObject { Count: > 0 } content)
        {
            return;
        }

        JProperty media = content.Properties().First();
        SchemaNode schema = new(root, media.Value["schema"] ?? new JObject());
        operation.BodyMediaType = media.Name;
        operation.BodyType =
            media.Name == "application/x-www-form-urlencoded"
                ? AddObject("form", schema, $"{operation.Name}Request")
                : Document(operation, schema, isBody: true);
        if (operation.BodyType is null)
        {
            findings.Add(Rule.UnsupportedSchema, media, $"The body of {operation.Name} is neither a JSON:API document nor a form.");
        }
    }

    private void LiftAnswer(OperationModel operation)
    {
        JProperty? success = (operation.Source["responses"] as JObject ?? [])
            .Properties()
            .FirstOrDefault(static answer => answer.Name.StartsWith('2'));
        if (success?.Value["content"] is JObject { Count: > 0 } content && content.Properties().First().Value["schema"] is JObject schema)
        {
            operation.ResponseType = Document(operation, new SchemaNode(root, schema), isBody: false);
        }
    }

    /// <summary>The class of a document: by what its data is.</summary>
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
                    resources.Lift(item, typeFromPath: null);
                }

                return "MixedResourceCollection";
            case null when schema.Property("meta") is not null && schema.Property("links") is not null:
                return "VersionDocument";
            case null when !schema.Target.HasValues:
                // What a dangling reference leaves: an object of which nothing is known, and in which nothing is lost.
                return "JsonApiObject";
            case null:
                return schema.Properties.Any() ? AddObject("object", schema, $"{operation.Name}Response") : null;
            case not null when operation.Path.Contains("/relationships/", StringComparison.Ordinal):
                return "RelationshipDocument";
            case { Properties: var members } when !data.IsArray && !members.Any():
                return null;
            case { IsArray: true } when resources.Lift(ItemsOf(data), TypeFromPath(operation.Path)) is { } many:
                operation.Primary = isBody ? operation.Primary : many;
                return $"{many.Name}Collection";
            case { IsArray: true }:
                return "RelationshipDocument";
            default:
                ResourceModel? one = resources.Lift(data, TypeFromPath(operation.Path));
                operation.Primary = isBody ? operation.Primary : one;
                return one is null ? null : $"{one.Name}Document";
        }
    }

    /// <summary>What a list holds; anything when the contract does not say.</summary>
    private SchemaNode ItemsOf(SchemaNode list) => list.Items ?? new SchemaNode(root, new JObject());

    private string AddObject(string kind, SchemaNode schema, string name)
    {
        string given = schema.Text("x-name") ?? name;
        IReadOnlyList<MemberModel> members =
        [
            .. _typer.NamedMembers(schema, given).Select(property => _typer.Type(property.Key, property.Value, given)),
        ];
        model.Objects[given] = new ObjectModel(given, kind, schema.Description, members);
        return given;
    }

    /// <summary>Returns the C# name of the area: the tag or, when it contains no letter or digit, the resource type of the path.</summary>
    private static string Area(JObject source, string path)
    {
        string area = new[] { (string?)source.SelectToken("tags[0]"), TypeFromPath(path) }
            .Select(static name => Naming.Pascal(name ?? string.Empty))
            .FirstOrDefault(static name => name.Length > 0, "Api");
        return Naming.Identifier(area, "Area");
    }

    /// <summary>The resource type that a path is about: <c>contacts</c> for <c>/v1/contacts/{id}</c>.</summary>
    private static string? TypeFromPath(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(static step => step is "api" or ['v', _])
            .FirstOrDefault(static step => !step.StartsWith('{'));
}
