using System.Globalization;
using System.Reflection;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Dump;

/// <summary>
/// Formats everything that a caller can read of a document, resource or other object: one line per value, with its location, and each
/// resource by the order in which it is first reached.
/// </summary>
internal sealed class GraphDump
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<Resource, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<Resource> _resources = [];

    /// <summary>Formats an object that was read.</summary>
    public static string Format(object value)
    {
        GraphDump dump = new();
        dump.Add(value);
        return dump._text.ToString();
    }

    private void Add(object value)
    {
        switch (value)
        {
            case Document document:
                Add("document", document);
                break;
            case Resource resource:
                Line("resource", Number(resource));
                break;
            case JsonApiObject jsonObject:
                Add("object", jsonObject);
                break;
            case RelationshipsObject relationships:
                Add("relationships", relationships);
                break;
            case Relationship relationship:
                Add("relationship", relationship);
                break;
            case WebhookEvent webhookEvent:
                Add("event", webhookEvent);
                break;
            case JToken token:
                Line("token", DumpText.Format(token));
                break;
            default:
                throw new InvalidOperationException($"{value.GetType()} is not a type of the reader.");
        }

        // The list grows while the related resources are visited.
        for (int next = 0; next < _resources.Count; next++)
        {
            Add($"#{next + 1}", _resources[next]);
        }

        AddFound((value as Document) ?? (value as WebhookEvent)?.Delivery);
    }

    private void Line(string location, string value) => _text.Append(location).Append(" = ").Append(value).Append('\n');

    private string Number(Resource? resource)
    {
        if (resource is null)
        {
            return "null";
        }

        if (!_numbers.TryGetValue(resource, out int number))
        {
            _resources.Add(resource);
            number = _resources.Count;
            _numbers.Add(resource, number);
        }

        return string.Create(CultureInfo.InvariantCulture, $"#{number}");
    }

    private string Numbers(IEnumerable<Resource> resources) => $"[{string.Join(' ', resources.Select(Number))}]";

    private void Add(string location, Document document)
    {
        Line(location, $"{document.GetType().Name} {DumpText.Quote(document.ToString())}");
        Line($"{location}.duplicates", document.DuplicateResourceCount.ToString(CultureInfo.InvariantCulture));
        Line($"{location}.response", $"{document.Response is not null} {document.NextPageNumber}");
        Line($"{location}.primary", Numbers(document.PrimaryData));
        Line($"{location}.included", Numbers(document.Included));
        AddProperties(location, document);
        AddIfAny($"{location}.links", document.Links);
        AddIfAny($"{location}.meta", document.Meta);
        AddIfAny($"{location}.jsonapi", document.JsonApi);
        AddAdditional(location, document.AdditionalMembers);
    }

    private void Add(string location, WebhookEvent webhookEvent)
    {
        Line(location, $"{webhookEvent.GetType().Name} {DumpText.Quote(webhookEvent.ToString())}");
        Line($"{location}.name", DumpText.Quote(webhookEvent.Name));
        Line($"{location}.key", DumpText.Quote(webhookEvent.DeduplicationKey));
        Line($"{location}.raw", DumpText.Quote(webhookEvent.RawJson));
        if (webhookEvent.Delivery is { } delivery)
        {
            Add($"{location}.delivery", delivery);
        }

        AddProperties(location, webhookEvent);
    }

    private void Add(string location, Resource resource)
    {
        Line(location, $"{resource.GetType().Name} {DumpText.Quote(resource.ToString())}");
        Line($"{location}.identifier", $"{DumpText.Format(resource.Identifier)} {resource.HasId}");
        Add($"{location}.attributes", resource.Attributes);
        Add($"{location}.relationships", resource.Relationships);
        AddIfAny($"{location}.links", resource.Links);
        AddIfAny($"{location}.meta", resource.Meta);
        AddAdditional(location, resource.AdditionalMembers);
        AddProperties(location, resource);
    }

    private void AddIfAny(string location, JsonApiObject? value)
    {
        if (value is not null)
        {
            Add(location, value);
        }
    }

    private void Add(string location, JsonApiObject value)
    {
        Line(location, DumpText.Quote(value.ToString()));
        foreach (JsonApiMember member in value.DeclaredMembers)
        {
            (bool isPresent, bool isModified) = (value.IsPresent(member.Name), value.IsModified(member.Name));
            object? property = PropertyCache.Find(value.GetType(), member.PropertyName)!.GetValue(value);
            if (property is not null || isPresent || isModified)
            {
                string name = $"{location}.{member.Name}";
                Line($"{name} {Marks(isPresent, isModified)}", DumpText.Format(value[member.Name]));
                AddValue(name, property);
            }
        }

        foreach (string name in value.AdditionalMembers)
        {
            Line(
                $"{location}[{DumpText.Quote(name)}] {Marks(value.IsPresent(name), value.IsModified(name))}",
                DumpText.Format(value[name])
            );
        }

        if (value is Meta meta)
        {
            Line($"{location} totals", $"{meta.TotalCount} {meta.TotalPages} {meta.CurrentPage}");
        }
    }

    private void Add(string location, RelationshipsObject relationships)
    {
        Line(location, DumpText.Quote(relationships.ToString()));
        Line($"{location} present", DumpText.Format(relationships.Present.Select(static one => one.Name)));
        foreach (RelationshipDescriptor member in relationships.DeclaredRelationships)
        {
            Add($"{location}.{member.Name}", relationships[member.Name]!);
        }

        foreach (Relationship relationship in relationships.Present)
        {
            if (!relationships.DeclaredRelationships.Any(member => member.Name == relationship.Name))
            {
                Add($"{location}[{DumpText.Quote(relationship.Name)}]", relationship);
            }
        }
    }

    private void Add(string location, Relationship relationship)
    {
        if (relationship.State == RelationshipState.Absent && !relationship.IsModified)
        {
            Line(location, "absent");
            return;
        }

        string type = $"{relationship.GetType().Name}<{relationship.GetType().GenericTypeArguments[0].Name}>";
        Line(location, $"{type} {DumpText.Quote(relationship.ToString())} {DumpText.Quote(relationship.TargetType)}");
        Line($"{location}.state", $"{relationship.State} {relationship.IsLoaded} {Marks(isPresent: false, relationship.IsModified)}");
        Line($"{location}.identifiers", DumpText.Format(relationship.Identifiers));
        Line($"{location}.resources", Numbers(relationship.Resources));
        AddProperties(location, relationship);
        AddIfAny($"{location}.links", relationship.Links);
        AddIfAny($"{location}.meta", relationship.Meta);
        AddAdditional(location, relationship.AdditionalMembers);
    }

    private void AddAdditional(string location, IReadOnlyDictionary<string, JToken> members)
    {
        foreach ((string name, JToken value) in members)
        {
            Line($"{location}[{DumpText.Quote(name)}]", DumpText.Format(value));
        }
    }

    private void AddProperties(string location, object value)
    {
        foreach (PropertyInfo property in PropertyCache.Declared(value.GetType()))
        {
            if (!typeof(JsonApiObject).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(RelationshipsObject))
            {
                AddValue($"{location}:{property.Name}", property.GetValue(value));
            }
        }
    }

    private void AddValue(string location, object? value)
    {
        switch (value)
        {
            case RelationshipsObject:
                // Dumped as relationships of the resource.
                break;
            case JsonApiObject jsonObject:
                Add(location, jsonObject);
                break;
            case IEnumerable<JsonApiObject> objects:
                foreach ((int index, JsonApiObject item) in objects.Index())
                {
                    Add(string.Create(CultureInfo.InvariantCulture, $"{location}[{index}]"), item);
                }

                break;
            case Resource resource:
                Line(location, Number(resource));
                break;
            case IEnumerable<Resource> when value.GetType().Name.StartsWith("NotLoadedList", StringComparison.Ordinal):
                // Reading it throws.
                Line(location, "not loaded");
                break;
            case IEnumerable<Resource> resources:
                Line(location, Numbers(resources));
                break;
            case not null when PropertyCache.GetEnumValue(value) is { } text && value is not ResourceIdentifier:
                Line(location, $"{value.GetType().Name} {DumpText.Quote(text)}");
                break;
            default:
                Line(location, DumpText.Format(value));
                break;
        }
    }

    private void AddFound(Document? document)
    {
        if (document is null)
        {
            return;
        }

        IEnumerable<ResourceIdentifier> identifiers = _resources
            .SelectMany(static resource => resource.Relationships.Present.SelectMany(static one => one.Identifiers))
            .Concat(_resources.Where(static resource => resource.HasId).Select(static resource => resource.Identifier))
            .Append(new ResourceIdentifier("contacts", "none"))
            .Distinct()
            .ToList();
        foreach (ResourceIdentifier identifier in identifiers)
        {
            Line(
                $"find {DumpText.Format(identifier)}",
                document.Find(identifier.Type, identifier.Id) is not { } found ? "null"
                    : _numbers.TryGetValue(found, out int number) ? string.Create(CultureInfo.InvariantCulture, $"#{number}")
                    : "a resource that is not reachable"
            );
        }
    }

    private static string Marks(bool isPresent, bool isModified) => $"{(isPresent ? 'r' : '-')}{(isModified ? 'a' : '-')}";
}
