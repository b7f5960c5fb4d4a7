using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Writes the decisions as one OpenAPI 3.0 document in which everything has a name and nothing is inline.</summary>
/// <param name="root">The contract, for what is carried over as it stands.</param>
/// <param name="model">The decisions.</param>
/// <param name="queries">Tells which types an answer can hold.</param>
/// <param name="findings">Takes names that two classes would share.</param>
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
            ["operationId"] = $"{operation.Area}_{operation.Name}",
            ["tags"] = new JArray(operation.Area),
            ["summary"] = operation.Source["summary"],
            ["description"] = operation.Source["description"],
            ["parameters"] = new JArray(operation.PathParameters.Select(PathParameter).Concat(QueryParameters.Of(operation, queries))),
            ["responses"] = Responses(operation),
            ["x-summary"] = XmlDocFormatter.From((string?)operation.Source["summary"]),
            ["x-doc"] = XmlDocFormatter.Lines((string?)operation.Source["description"]),
            ["x-returns"] = Returns(operation),
            ["x-csharp-name"] = operation.Name,
            ["x-area"] = operation.Area,
            ["x-interface"] = $"I{operation.Area}Api",
            ["x-wire-path"] = operation.Path,
            ["x-path-literal"] = CSharpLiteral.Of(operation.Path),
            ["x-path-doc"] = XmlDocFormatter.Escape(operation.Path),
            ["x-response-type"] = operation.ResponseType,
            ["x-body-type"] = operation.BodyType,
            ["x-body-media-type"] = operation.BodyMediaType,
            ["x-attributes-type"] = operation.LightBody?.AttributesType,
            ["x-linkage-type"] = operation.LightBody?.LinkageType,
            ["x-linkage-literal"] = Literal(operation.LightBody?.LinkageType),
            ["x-linkage-doc"] = Doc(operation.LightBody?.LinkageType),
            ["x-owner-name"] = operation.LightBody?.OwnerName,
            ["x-owner-type"] = operation.LightBody?.OwnerType,
            ["x-owner-literal"] = Literal(operation.LightBody?.OwnerType),
            ["x-owner-doc"] = Doc(operation.LightBody?.OwnerType),
            ["x-owner-parameter"] = operation.LightBody?.OwnerName is { } owner ? Naming.Parameter(owner + "_id") : null,
            ["x-welcome-email"] = operation.LightBody?.HasWelcomeEmail == true ? true : null,
            ["x-replaces"] = operation.Method == "patch" && operation.LightBody?.LinkageType is not null ? true : null,
            ["x-query"] = operation.Query?.Name,
            ["x-query-required"] = operation.Query?.IsRequired,
            ["x-item-type"] = operation.IsPaged ? operation.Primary!.Name : null,
            ["x-all-name"] = operation.IsPaged ? OperationNamer.OverAllPages(operation.Name) : null,
            ["x-accept-literal"] = CSharpLiteral.Of($"Accept: {Accept(operation)}"),
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

    private static string? Literal(string? text) => text is null ? null : CSharpLiteral.Of(text);

    private static string? Doc(string? text) => text is null ? null : XmlDocFormatter.Escape(text);

    private static JObject PathParameter(JObject parameter) =>
        new()
        {
            ["name"] = parameter["name"],
            ["in"] = "path",
            ["required"] = true,
            ["description"] = parameter["description"],
            ["schema"] = new JObject { ["type"] = "string" },
            ["x-csharp-name"] = Naming.Parameter((string)parameter["name"]!),
            ["x-literal"] = CSharpLiteral.Of((string)parameter["name"]!),
            ["x-doc"] = XmlDocFormatter.From((string?)parameter["description"]),
        };

    private static string Returns(OperationModel operation)
    {
        JProperty? success = (operation.Source["responses"] as JObject ?? [])
            .Properties()
            .FirstOrDefault(static answer => answer.Name.StartsWith('2'));
        return XmlDocFormatter.From((string?)success?.Value["description"]);
    }

    private static JObject Responses(OperationModel operation)
    {
        JObject written = [];
        foreach (JProperty answer in (operation.Source["responses"] as JObject ?? []).Properties())
        {
            JObject response = new() { ["description"] = answer.Value["description"] ?? string.Empty };
            string? type = answer.Name.StartsWith('2') ? operation.ResponseType : SchemaWriter.ErrorDocument;
            if (type is not null && answer.Value["content"] is JObject { Count: > 0 } content)
            {
                response["content"] = new JObject
                {
                    [content.Properties().First().Name] = new JObject { ["schema"] = SchemaWriter.Reference(type) },
                };
            }

            written[answer.Name] = response;
        }

        return written;
    }

    /// <summary>The media type of the answer, or of the errors where the answer has none.</summary>
    private static string Accept(OperationModel operation) =>
        (operation.Source["responses"] as JObject ?? [])
            .Properties()
            .Select(static answer => (answer.Value["content"] as JObject)?.Properties().FirstOrDefault()?.Name)
            .FirstOrDefault(static media => media is not null)
        ?? "application/vnd.api+json";
}
