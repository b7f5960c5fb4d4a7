using System.Globalization;
using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Payloads;

/// <summary>Compares recorded documents with the OpenAPI document. Everything that it does not declare is a deviation.</summary>
/// <param name="root">The OpenAPI document with overlay and repairs.</param>
/// <param name="model">The composed model of the document.</param>
/// <param name="deviations">Receives the deviations.</param>
internal sealed class DocumentChecker(JObject root, ComposedModel model, DeviationCollector deviations)
{
    private const string Linkage = "RelationshipDocument";

    private static readonly HashSet<string> s_members = ["data", "included", "links", "meta", "jsonapi", "errors"];

    private readonly ResourceChecker _resources = new(model, deviations);
    private readonly RelationshipChecker _relationships = new(model, deviations);
    private readonly ValueChecker _values = new(deviations);

    public void Check(RecordedDocument document)
    {
        Direction direction = document.Kind == RecordedKind.Request ? Direction.Request : Direction.Response;
        PayloadLocation location = new(document.File, document.Operation, direction, string.Empty);
        if (document.Kind == RecordedKind.Delivery)
        {
            DeliveryChecker.Check(document.Root, location with { Prefix = "delivery" }, model, _resources, deviations);
            return;
        }

        OperationModel? operation = RecordedName.Find(document.Operation, model.Operations);
        if (operation is null)
        {
            deviations.Add(
                PayloadRules.UnknownOperation,
                location,
                document.Root,
                "an operation of the contract",
                null,
                $"The OpenAPI document has no operation {document.Operation}."
            );
            return;
        }

        bool isRequest = document.Kind == RecordedKind.Request;
        bool isError =
            !isRequest
            && (document.Status >= 400 || (document.Status is null && document.Root is JObject members && ErrorChecker.IsError(members)));
        (string prefix, SchemaNode? schema) = Declared(operation, document, isError);
        location = location with { Operation = RecordedName.GetName(operation), Prefix = prefix };
        if (isError)
        {
            ErrorChecker.Check(document.Root, location, deviations);
        }
        else
        {
            CheckBody(document.Root, location, operation, schema, isRequest);
        }
    }

    /// <summary>Returns the schema of the operation, and the prefix of its locations.</summary>
    private (string Prefix, SchemaNode? Schema) Declared(OperationModel operation, RecordedDocument document, bool isError)
    {
        bool isRequest = document.Kind == RecordedKind.Request;
        IEnumerable<JProperty> responses = (operation.Source["responses"] as JObject ?? []).Properties();
        JProperty? response = document.Status is { } status
            ? responses.FirstOrDefault(known => known.Name == $"{status}")
            : responses.FirstOrDefault(known => known.Name.StartsWith(isError ? '4' : '2'));
        SchemaNode container = new(root, (isRequest ? operation.Source["requestBody"] : response?.Value) ?? new JObject());
        JProperty? media = (container["content"] as JObject)?.Properties().FirstOrDefault();
        string? statusText = isRequest ? null : document.Status?.ToString(CultureInfo.InvariantCulture) ?? response?.Name;
        return (
            string.Join(' ', new[] { statusText, media?.Name }.OfType<string>()),
            media?.Value["schema"] is JObject schema ? new SchemaNode(root, schema) : null
        );
    }

    private void CheckBody(JToken body, PayloadLocation location, OperationModel operation, SchemaNode? schema, bool isRequest)
    {
        string? type = isRequest ? operation.BodyType : operation.ResponseType;
        ResourceModel? primary = model.Resources.Values.FirstOrDefault(resource =>
            type == $"{resource.Name}Document" || type == $"{resource.Name}Collection"
        );
        if (type == "MixedResourceCollection")
        {
            CheckList(body, location, null, null, isRequest);
        }
        else if (type == Linkage || primary is not null)
        {
            CheckDocument(body, location, operation, schema, primary, type == $"{primary?.Name}Collection", isRequest);
        }
        else if (schema is not null)
        {
            _values.Check([schema], body, location);
        }
        else if (body.HasValues)
        {
            deviations.Add(
                PayloadRules.UnknownMember,
                location,
                body,
                "no body",
                JsonKind.FromValue(body),
                "The OpenAPI document does not declare a body here."
            );
        }
    }

    private void CheckDocument(
        JToken body,
        PayloadLocation location,
        OperationModel operation,
        SchemaNode? schema,
        ResourceModel? primary,
        bool isMany,
        bool isRequest
    )
    {
        if (body is not JObject document)
        {
            deviations.AddWrongType(location, body, "object", "A JSON:API document must be an object.");
            return;
        }

        foreach (JProperty member in document.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            deviations.Add(
                PayloadRules.UnknownMember,
                location.Member(member.Name),
                member,
                "no member of a document",
                JsonKind.FromValue(member.Value),
                $"`{member.Name}` is not a top-level member of a JSON:API document."
            );
        }

        bool isSparse = !isRequest && IsSparse(document["data"]);
        SchemaNode? dataSchema = schema?.Property("data");
        PayloadLocation data = location.Member("data");
        switch (document["data"])
        {
            case null:
                deviations.Add(PayloadRules.MissingMember, data, document, "required", null, "The document has no `data`.");
                break;
            case { } linkage when primary is null:
                _relationships.CheckLinkage(
                    linkage,
                    data,
                    dataSchema?.IsArray ?? true,
                    model.FindRelationship(operation.Path)?.TargetType,
                    null
                );
                break;
            case { } list when isMany:
                CheckList(list, data, primary, dataSchema?.Items, isRequest, isSparse);
                break;
            case JArray list:
                deviations.Add(
                    PayloadRules.WrongJsonType,
                    data,
                    list,
                    "object",
                    "array",
                    "The value is an array, but the OpenAPI document declares a single resource."
                );
                CheckList(list, data, primary, dataSchema, isRequest, isSparse);
                break;
            case { } one:
                _resources.Check(one, data, primary, dataSchema, isRequest, isSparse);
                break;
        }

        if (document["included"] is { } included)
        {
            CheckList(included, location.Member("included"), null, null, isRequest: false, isSparse);
        }

        if (document["links"] is { } links)
        {
            LinkChecker.Check(links, location.Member("links"), deviations);
        }

        // JSON:API does not define the members of meta, so they are checked only if the OpenAPI document does.
        if (document["meta"] is JObject meta && schema?.Property("meta") is { } declared)
        {
            _values.CheckMembers([declared], meta, location.Member("meta"), PayloadRules.UnknownMember, "meta");
        }
    }

    /// <summary>Returns whether a sparse fieldset was requested: such responses have empty relationships.</summary>
    private static bool IsSparse(JToken? data) =>
        (data is JArray list ? list.OfType<JObject>() : new[] { data }.OfType<JObject>()).Any(static resource =>
            resource["relationships"] is JObject { Count: 0 }
        );

    private void CheckList(
        JToken token,
        PayloadLocation location,
        ResourceModel? expected,
        SchemaNode? own,
        bool isRequest,
        bool isSparse = false
    )
    {
        if (token is not JArray list)
        {
            deviations.AddWrongType(location, token, "array", "The OpenAPI document declares an array of resources here.");
            return;
        }

        foreach (JToken item in list)
        {
            _resources.Check(item, location.Each(), expected, own, isRequest, isSparse);
        }
    }
}
