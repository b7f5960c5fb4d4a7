using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Output;

/// <summary>Writes the model as an OpenAPI 3.0 document without inline schemas.</summary>
/// <param name="root">The OpenAPI document, for members that are copied.</param>
/// <param name="model">The model.</param>
/// <param name="queries">Determines which types a response can contain.</param>
/// <param name="findings">Collects duplicate names.</param>
internal sealed class DocumentWriter(JObject root, ComposedModel model, QueryModelBuilder queries, FindingCollector findings)
{
    // The SDK sends a bearer token with each operation that has a security requirement, whatever scheme the OpenAPI document declares.
    private const string SecurityScheme = "Bearer";

    public JObject Write()
    {
        SchemaWriter schemas = new(model, queries, findings);
        JObject paths = [];
        foreach (IGrouping<string, OperationModel> path in model.Operations.GroupBy(static operation => operation.Path))
        {
            paths[path.Key] = new JObject(path.Select(operation => new JProperty(operation.Method, Operation(operation))));
        }

        JObject written = new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = DocumentMetadata.Info(root),
            ["servers"] = DocumentMetadata.Servers(root),
            ["paths"] = paths,
            ["components"] = new JObject
            {
                ["securitySchemes"] = new JObject
                {
                    [SecurityScheme] = new JObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
                ["schemas"] = schemas.Write(),
            },
        };
        CSharpExtension.RemoveNulls(written);
        return written;
    }

    private JObject Operation(OperationModel operation)
    {
        JObject written = new()
        {
            // The generator groups operations by the part before the underscore.
            ["operationId"] = DocumentName.From($"{operation.Area}_{operation.Name.Replace("_", string.Empty, StringComparison.Ordinal)}"),
            ["tags"] = new JArray(operation.Area),
            ["summary"] = operation.Source["summary"],
            ["description"] = operation.Source["description"],
            ["parameters"] = new JArray(
                operation
                    .PathParameters.Where(parameter => operation.Path.Contains($"{{{parameter["name"]}}}", StringComparison.Ordinal))
                    .Concat(operation.HeaderParameters)
                    .Select(MethodParameter)
                    .Concat(QueryParameters.Create(operation, queries))
            ),
            ["responses"] = Responses(operation),
            ["security"] = IsSecured(operation) ? new JArray(new JObject { [SecurityScheme] = new JArray() }) : new JArray(),
            [CSharpExtension.Keyword] = Extension(operation),
        };
        if (operation.BodyType is not null)
        {
            written["requestBody"] = new JObject
            {
                ["required"] = true,
                ["content"] = new JObject
                {
                    [operation.BodyMediaType!] = new JObject { ["schema"] = ComponentReference.Create(operation.BodyType) },
                },
            };
        }

        CSharpExtension.RemoveNulls(written);
        return written;
    }

    private static bool IsSecured(OperationModel operation) => operation.Source["security"] is JArray { Count: > 0 };

    private static JObject MethodParameter(JObject parameter)
    {
        JObject written = new()
        {
            ["name"] = parameter["name"],
            ["in"] = parameter["in"],
            ["required"] = true,
            ["description"] = parameter["description"],
            ["schema"] = new JObject { ["type"] = "string" },
        };
        CSharpExtension.RemoveNulls(written);
        return written;
    }

    private static JObject Extension(OperationModel operation) =>
        CSharpExtension.Create(
            new JObject
            {
                ["area"] = operation.Area,
                ["name"] = operation.Name,
                ["summary"] = XmlDocFormatter.From((string?)operation.Source["summary"]),
                ["remarks"] = XmlDocFormatter.Lines((string?)operation.Source["description"]),
                ["returns"] = Returns(operation),
                ["path"] = Text(operation.Path),
                ["accept"] = CSharpLiteral.From($"Accept: {Accept(operation)}"),
                ["isSecured"] = IsSecured(operation) ? true : null,
                ["parameters"] = new JArray(operation.PathParameters.Concat(operation.HeaderParameters).Select(Parameter)),
                ["response"] = operation.ResponseType,
                ["body"] = operation.BodyType,
                ["isForm"] = operation.BodyMediaType?.Contains("form", StringComparison.Ordinal) == true ? true : null,
                ["attributes"] = operation.FlattenedBody?.AttributesType,
                ["linkage"] = operation.FlattenedBody?.LinkageType is { } type ? Text(type) : null,
                ["hasWelcomeEmail"] = operation.FlattenedBody?.HasWelcomeEmail == true ? true : null,
                ["owner"] = operation.FlattenedBody?.Owner is { } owner ? Owner(operation, owner) : null,
                ["query"] = operation.Query?.Name,
                ["isQueryRequired"] = operation.Query?.IsRequired == true ? true : null,
                ["item"] = operation.IsPaged ? operation.Primary!.Name : null,
                ["allName"] = operation.IsPaged ? OperationNamer.OverAllPages(operation.Name) : null,
            }
        );

    private static JObject Parameter(JObject parameter)
    {
        string name = (string)parameter["name"]!;
        return CSharpExtension.Create(
            new JObject
            {
                ["name"] = CSharpName.Parameter(parameter),
                ["literal"] = CSharpLiteral.From(name),
                ["doc"] = XmlDocFormatter.From((string?)parameter["description"]),
                ["isHeader"] = (string?)parameter["in"] == "header" ? true : null,
            }
        );
    }

    private static JObject Owner(OperationModel operation, RelationshipModel relationship)
    {
        JObject owner = Text(relationship.TargetType!);
        owner["name"] = relationship.Name;
        owner["parameter"] = OwnerParameter(operation, relationship);
        return owner;
    }

    /// <summary>Returns the parameter for the id of the owner, whose name differs from those of the other parameters.</summary>
    private static string OwnerParameter(OperationModel operation, RelationshipModel owner)
    {
        HashSet<string> used = [.. operation.PathParameters.Concat(operation.HeaderParameters).Select(CSharpName.Parameter)];
        string name = CSharpName.Parameter(owner.Name + "_id");
        while (used.Contains(name))
        {
            name += "Value";
        }

        return name;
    }

    private static JObject Text(string text) => new() { ["literal"] = CSharpLiteral.From(text), ["doc"] = XmlDocFormatter.Escape(text) };

    private static string Returns(OperationModel operation)
    {
        JProperty? success = (operation.Source["responses"] as JObject ?? [])
            .Properties()
            .FirstOrDefault(static response => response.Name.StartsWith('2'));
        return XmlDocFormatter.From((string?)success?.Value["description"]);
    }

    private static JObject Responses(OperationModel operation)
    {
        JObject written = [];
        foreach (JProperty response in (operation.Source["responses"] as JObject ?? []).Properties())
        {
            JObject writtenResponse = new() { ["description"] = response.Value["description"] ?? string.Empty };
            string? type = response.Name.StartsWith('2') ? operation.ResponseType : SchemaWriter.ErrorDocument;
            if (type is not null && response.Value["content"] is JObject { Count: > 0 } content)
            {
                writtenResponse["content"] = new JObject
                {
                    [content.Properties().First().Name] = new JObject { ["schema"] = ComponentReference.Create(type) },
                };
            }

            written[response.Name] = writtenResponse;
        }

        return written;
    }

    /// <summary>Returns the media type of the response or, if it has none, of the error responses.</summary>
    private static string Accept(OperationModel operation) =>
        (operation.Source["responses"] as JObject ?? [])
            .Properties()
            .Select(static response => (response.Value["content"] as JObject)?.Properties().FirstOrDefault()?.Name)
            .FirstOrDefault(static media => media is not null)
        ?? "application/vnd.api+json";
}
