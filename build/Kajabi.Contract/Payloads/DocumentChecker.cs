using Kajabi.Contract.Compose;
using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Holds recorded documents against the contract, strictly: what it does not declare is a departure, however harmless.</summary>
/// <param name="root">The contract after its overlay and its repairs.</param>
/// <param name="model">What the composer made of it.</param>
/// <param name="departures">Takes what differs.</param>
internal sealed class DocumentChecker(JObject root, ComposedModel model, DeviationCollector departures)
{
    private const string Linkage = "RelationshipDocument";

    private static readonly HashSet<string> s_members = ["data", "included", "links", "meta", "jsonapi", "errors"];

    private readonly ResourceChecker _resources = new(model, departures);
    private readonly RelationshipChecker _relationships = new(model, departures);
    private readonly ValueChecker _values = new(departures);

    public void Check(RecordedDocument document)
    {
        string direction = document.Kind == RecordedKind.Request ? Direction.Request : Direction.Response;
        PayloadLocation place = new(document.File, document.Operation, direction, string.Empty);
        if (document.Kind == RecordedKind.Delivery)
        {
            DeliveryChecker.Check(document.Root, place with { Prefix = "delivery" }, model, _resources, departures);
            return;
        }

        OperationModel? operation = RecordedName.Find(document.Operation, model.Operations);
        if (operation is null)
        {
            departures.Add(
                Rule.UnknownOperation,
                place,
                document.Root,
                "an operation of the contract",
                null,
                $"The contract has no operation {document.Operation}."
            );
            return;
        }

        bool isRequest = document.Kind == RecordedKind.Request;
        bool isError =
            !isRequest
            && (document.Status >= 400 || (document.Status is null && document.Root is JObject members && ErrorChecker.IsError(members)));
        (string prefix, SchemaNode? schema) = Declared(operation, document, isError);
        place = place with { Operation = RecordedName.NameOf(operation), Prefix = prefix };
        if (isError)
        {
            ErrorChecker.Check(document.Root, place, departures);
        }
        else
        {
            CheckBody(document.Root, place, operation, schema, isRequest);
        }
    }

    /// <summary>The schema of the operation itself and what stands before the path in a location.</summary>
    private (string Prefix, SchemaNode? Schema) Declared(OperationModel operation, RecordedDocument document, bool isError)
    {
        bool isRequest = document.Kind == RecordedKind.Request;
        IEnumerable<JProperty> answers = (operation.Source["responses"] as JObject ?? []).Properties();
        JProperty? answer = document.Status is { } status
            ? answers.FirstOrDefault(known => known.Name == $"{status}")
            : answers.FirstOrDefault(known => known.Name.StartsWith(isError ? '4' : '2'));
        SchemaNode holder = new(root, (isRequest ? operation.Source["requestBody"] : answer?.Value) ?? new JObject());
        JProperty? media = (holder["content"] as JObject)?.Properties().FirstOrDefault();
        string? statusText = isRequest
            ? null
            : document.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? answer?.Name;
        return (
            string.Join(' ', new[] { statusText, media?.Name }.OfType<string>()),
            media?.Value["schema"] is JObject schema ? new SchemaNode(root, schema) : null
        );
    }

    private void CheckBody(JToken body, PayloadLocation place, OperationModel operation, SchemaNode? schema, bool isRequest)
    {
        string? type = isRequest ? operation.BodyType : operation.ResponseType;
        ResourceModel? primary = model.Resources.Values.FirstOrDefault(resource =>
            type == $"{resource.Name}Document" || type == $"{resource.Name}Collection"
        );
        if (type == "MixedResourceCollection")
        {
            CheckList(body, place, null, null, isRequest);
        }
        else if (type == Linkage || primary is not null)
        {
            CheckDocument(body, place, operation, schema, primary, type == $"{primary?.Name}Collection", isRequest);
        }
        else if (schema is not null)
        {
            _values.Check([schema], body, place);
        }
        else if (body.HasValues)
        {
            departures.Add(Rule.UnknownMember, place, body, "no body", JsonKind.Of(body), "The contract describes no body here.");
        }
    }

    private void CheckDocument(
        JToken body,
        PayloadLocation place,
        OperationModel operation,
        SchemaNode? schema,
        ResourceModel? primary,
        bool isMany,
        bool isRequest
    )
    {
        if (body is not JObject document)
        {
            departures.Add(
                body.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                place,
                body,
                "object",
                JsonKind.Of(body),
                "A JSON:API document is an object."
            );
            return;
        }

        foreach (JProperty member in document.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            departures.Add(
                Rule.UnknownMember,
                place.Member(member.Name),
                member,
                "no member of a document",
                JsonKind.Of(member.Value),
                $"`{member.Name}` stands at the top of a document."
            );
        }

        bool isSparse = !isRequest && IsSparse(document["data"]);
        SchemaNode? ofData = schema?.Property("data");
        PayloadLocation data = place.Member("data");
        switch (document["data"])
        {
            case null:
                departures.Add(Rule.MissingMember, data, document, "required", null, "A document without `data`.");
                break;
            case { } linkage when primary is null:
                _relationships.CheckLinkage(linkage, data, ofData?.IsArray ?? true, TypeOfLinkage(operation), null);
                break;
            case { } list when isMany:
                CheckList(list, data, primary, ofData?.Items, isRequest, isSparse);
                break;
            case JArray list:
                departures.Add(
                    Rule.WrongJsonType,
                    data,
                    list,
                    "object",
                    "array",
                    "A list stands where the contract declares one resource."
                );
                CheckList(list, data, primary, ofData, isRequest, isSparse);
                break;
            case { } one:
                _resources.Check(one, data, primary, ofData, isRequest, isSparse);
                break;
        }

        if (document["included"] is { } included)
        {
            CheckList(included, place.Member("included"), null, null, isRequest: false, isSparse);
        }

        if (document["links"] is { } links)
        {
            LinkChecker.Check(links, place.Member("links"), departures);
        }

        // JSON:API leaves meta open; where the contract says what it holds, it is held to that.
        if (document["meta"] is JObject meta && schema?.Property("meta") is { } declared)
        {
            _values.CheckMembers([declared], meta, place.Member("meta"), Rule.UnknownMember, "meta");
        }
    }

    /// <summary>Whether the caller asked for some members alone: answers to such calls have relationships without any.</summary>
    private static bool IsSparse(JToken? data) =>
        (data is JArray list ? list.OfType<JObject>() : new[] { data }.OfType<JObject>()).Any(static resource =>
            resource["relationships"] is JObject { Count: 0 }
        );

    private void CheckList(
        JToken token,
        PayloadLocation place,
        ResourceModel? expected,
        SchemaNode? own,
        bool isRequest,
        bool isSparse = false
    )
    {
        if (token is not JArray list)
        {
            departures.Add(
                token.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                place,
                token,
                "array",
                JsonKind.Of(token),
                "The contract declares a list of resources here."
            );
            return;
        }

        foreach (JToken item in list)
        {
            _resources.Check(item, place.Each(), expected, own, isRequest, isSparse);
        }
    }

    /// <summary>Where the relationship at the end of a path leads; null when nobody says.</summary>
    private string? TypeOfLinkage(OperationModel operation)
    {
        string[] steps = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        ResourceModel? owner = model.Resources.GetValueOrDefault(steps.ElementAtOrDefault(steps.Length - 4) ?? string.Empty);
        return owner?.Relationships.GetValueOrDefault(steps[^1])?.TargetType;
    }
}
