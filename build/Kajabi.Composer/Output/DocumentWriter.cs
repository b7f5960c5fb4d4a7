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
    public JObject Write()
    {
        SchemaWriter schemas = new(model, queries, findings);
        JObject paths = [];
        foreach (IGrouping<string, OperationModel> path in model.Operations.GroupBy(static operation => operation.Path))
        {
            paths[path.Key] = new JObject(path.Select(operation => new JProperty(operation.Method, Operation(operation))));
        }

        return new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = root["info"]?.DeepClone(),
            ["servers"] = root["servers"]?.DeepClone(),
            ["paths"] = paths,
            ["components"] = new JObject { ["schemas"] = schemas.Write() },
        };
    }

    private JObject Operation(OperationModel operation)
    {
        JObject written = new()
        {
            // The generator groups operations by the part before the underscore.
            ["operationId"] = $"{operation.Area}_{operation.Name.Replace("_", string.Empty, StringComparison.Ordinal)}",
            ["tags"] = new JArray(operation.Area),
            ["summary"] = operation.Source["summary"],
            ["description"] = operation.Source["description"],
            ["parameters"] = new JArray(
                operation
                    .PathParameters.Concat(operation.HeaderParameters)
                    .Select(MethodParameter)
                    .Concat(QueryParameters.Create(operation, queries))
            ),
            ["responses"] = Responses(operation),
            ["x-summary"] = XmlDocFormatter.From((string?)operation.Source["summary"]),
            ["x-doc"] = XmlDocFormatter.Lines((string?)operation.Source["description"]),
            ["x-returns"] = Returns(operation),
            ["x-csharp-name"] = operation.Name,
            ["x-area"] = operation.Area,
            ["x-interface"] = $"I{operation.Area}Api",
            ["x-extensions"] = $"{operation.Area}ApiExtensions",
            ["x-path"] = operation.Path,
            ["x-path-literal"] = CSharpLiteral.From(operation.Path),
            ["x-path-doc"] = XmlDocFormatter.Escape(operation.Path),
            ["x-response-type"] = operation.ResponseType,
            ["x-body-type"] = operation.BodyType,
            ["x-body-media-type"] = operation.BodyMediaType,
            ["x-attributes-type"] = operation.FlattenedBody?.AttributesType,
            ["x-linkage-type"] = operation.FlattenedBody?.LinkageType,
            ["x-linkage-literal"] = Literal(operation.FlattenedBody?.LinkageType),
            ["x-linkage-doc"] = Doc(operation.FlattenedBody?.LinkageType),
            ["x-owner-name"] = operation.FlattenedBody?.OwnerName,
            ["x-owner-type"] = operation.FlattenedBody?.OwnerType,
            ["x-owner-literal"] = Literal(operation.FlattenedBody?.OwnerType),
            ["x-owner-doc"] = Doc(operation.FlattenedBody?.OwnerType),
            ["x-owner-parameter"] = OwnerParameter(operation),
            ["x-welcome-email"] = operation.FlattenedBody?.HasWelcomeEmail == true ? true : null,
            ["x-replaces"] = operation.Method == "patch" && operation.FlattenedBody?.LinkageType is not null ? true : null,
            ["x-query"] = operation.Query?.Name,
            ["x-query-required"] = operation.Query?.IsRequired,
            ["x-item-type"] = operation.IsPaged ? operation.Primary!.Name : null,
            ["x-all-name"] = operation.IsPaged ? OperationNamer.OverAllPages(operation.Name) : null,
            ["x-accept-literal"] = CSharpLiteral.From($"Accept: {Accept(operation)}"),
            ["x-secured"] = operation.Source["security"] is JArray { Count: > 0 } ? true : null,
        };
        if (operation.BodyType is not null)
        {
            written["requestBody"] = new JObject
            {
                ["required"] = true,
                ["content"] = new JObject
                {
                    [operation.BodyMediaType!] = new JObject { ["schema"] = SchemaWriter.Reference(operation.BodyType) },
                },
            };
        }

        foreach (JProperty empty in written.Properties().Where(static member => member.Value is JValue { Value: null }).ToList())
        {
            empty.Remove();
        }

        return written;
    }

    private static string? Literal(string? text) => text is null ? null : CSharpLiteral.From(text);

    private static string? Doc(string? text) => text is null ? null : XmlDocFormatter.Escape(text);

    /// <summary>Returns the parameter for the id of the owner, different from the other parameters; null for none.</summary>
    private static string? OwnerParameter(OperationModel operation)
    {
        if (operation.FlattenedBody?.OwnerName is not { } owner)
        {
            return null;
        }

        HashSet<string> used = [.. operation.PathParameters.Concat(operation.HeaderParameters).Select(CSharpName.Parameter)];
        string name = CSharpName.Parameter(owner + "_id");
        while (used.Contains(name))
        {
            name += "Value";
        }

        return name;
    }

    private static JObject MethodParameter(JObject parameter) =>
        new()
        {
            ["name"] = parameter["name"],
            ["in"] = parameter["in"],
            ["required"] = true,
            ["description"] = parameter["description"],
            ["schema"] = new JObject { ["type"] = "string" },
            ["x-csharp-name"] = CSharpName.Parameter(parameter),
            ["x-literal"] = CSharpLiteral.From((string)parameter["name"]!),
            ["x-doc"] = XmlDocFormatter.From((string?)parameter["description"]),
        };

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
                    [content.Properties().First().Name] = new JObject { ["schema"] = SchemaWriter.Reference(type) },
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
