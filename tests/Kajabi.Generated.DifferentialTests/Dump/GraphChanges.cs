using System.Globalization;
using System.Reflection;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Dump;

/// <summary>Changes an object that was read as an application would: the same changes to the same graph.</summary>
internal sealed class GraphChanges
{
    private readonly Random _random;
    private readonly StringBuilder _failures = new();

    private GraphChanges(int seed)
    {
        _random = new Random(seed);
    }

    /// <summary>Changes the object.</summary>
    /// <returns>The exceptions of changes that the object rejected.</returns>
    public static string Apply(object value, int seed)
    {
        GraphChanges changes = new(seed);
        switch (value)
        {
            case Document document:
                changes.Change(document);
                break;
            case Resource resource:
                changes.Change(resource);
                break;
            case JsonApiObject jsonObject:
                changes.Change(jsonObject);
                break;
            case RelationshipsObject relationships:
                changes.Change(relationships, []);
                break;
            case Relationship relationship:
                changes.Change(relationship, []);
                break;
        }

        return changes._failures.ToString();
    }

    private bool OneIn(int count) => _random.Next(count) == 0;

    private void Change(Document document)
    {
        List<Resource> resources = [.. document.PrimaryData, .. document.Included];
        foreach (Resource resource in resources.Where(_ => OneIn(2)))
        {
            Change(resource.Attributes);
            Change(resource.Relationships, resources);
            ChangeInPlace(resource.AdditionalMembers.Values);
        }

        ChangeInPlace(document.AdditionalMembers.Values);
        if (OneIn(2))
        {
            (document.Meta ??= new Meta())["changed"] = 1.50m;
        }

        if (document.Links is { } links)
        {
            Change(links);
        }
    }

    private void Change(Resource resource)
    {
        Change(resource.Attributes);
        Change(resource.Relationships, [resource]);
        ChangeInPlace(resource.AdditionalMembers.Values);
        if (OneIn(4))
        {
            resource.Id = "changed";
        }
    }

    private void Change(JsonApiObject members)
    {
        foreach (JsonApiMember member in members.DeclaredMembers.Where(_ => OneIn(3)))
        {
            PropertyInfo? property = PropertyCache.Find(members.GetType(), member.PropertyName);
            if (property is { CanWrite: true } && OneIn(2))
            {
                Try(() => property.SetValue(members, Value(property.PropertyType)));
            }
            else
            {
                // The former reader wrote null for a value that the property cannot have; the SDK writes the value.
                Try(() => members[member.Name] = property is null ? null : TokenOf(Value(property.PropertyType)));
            }
        }

        List<string> additional = [.. members.AdditionalMembers];
        ChangeInPlace(additional.Select(name => members[name]).OfType<JToken>());
        foreach (string name in additional.Where(_ => OneIn(3)))
        {
            members[name] = Token();
        }

        if (OneIn(3))
        {
            members["custom_99"] = Token();
        }
    }

    private void ChangeInPlace(IEnumerable<JToken> values)
    {
        foreach (JToken value in values.Where(_ => OneIn(2)).ToList())
        {
            switch (value)
            {
                case JObject members:
                    members["changed"] = Token();
                    break;
                case JArray items:
                    items.Add(Token() ?? JValue.CreateNull());
                    break;
            }
        }
    }

    private void Change(RelationshipsObject relationships, IReadOnlyList<Resource> resources)
    {
        foreach (Relationship relationship in relationships.Present.Where(_ => OneIn(3)).ToList())
        {
            Change(relationship, resources);
        }

        if (relationships.DeclaredRelationships is [var first, ..] && OneIn(3))
        {
            Change(relationships[first.Name]!, resources);
        }
    }

    private void Change(Relationship relationship, IReadOnlyList<Resource> resources)
    {
        ResourceIdentifier target = new(relationship.TargetType ?? "things", "2");
        Type type = relationship.GetType();
        Resource? other = resources.FirstOrDefault(resource => type.GenericTypeArguments[0].IsInstanceOfType(resource));
        if (other is not null && OneIn(2))
        {
            Array list = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            list.SetValue(other, 0);
            Set(relationship.IsToMany ? "Resources" : "Resource", relationship.IsToMany ? list : other);
        }
        else
        {
            Set(
                relationship.IsToMany ? "Identifiers" : "Identifier",
                relationship.IsToMany ? (ResourceIdentifier[])[target]
                    : OneIn(3) ? null
                    : target
            );
        }

        void Set(string name, object? value) => Try(() => PropertyCache.Find(type, name)!.SetValue(relationship, value));
    }

    private void Try(Action change)
    {
        try
        {
            change();
        }
        catch (Exception exception)
        {
            _failures.Append(DumpText.Format((exception as TargetInvocationException)?.InnerException ?? exception)).Append('\n');
        }
    }

    private object? Value(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            _ when OneIn(5) => null,
            var inner when inner == typeof(string) => "changed \u00e9",
            var inner when inner == typeof(bool) => true,
            var inner when inner == typeof(long) => 7L,
            var inner when inner == typeof(decimal) => 7.50m,
            var inner when inner == typeof(DateOnly) => new DateOnly(2024, 2, 29),
            var inner when inner == typeof(DateTimeOffset) => new DateTimeOffset(2024, 2, 29, 1, 2, 3, 4, TimeSpan.FromHours(-5)),
            var inner when inner == typeof(IReadOnlyList<string>) => (string[])["a", "b"],
            { IsValueType: true } inner when inner.GetConstructor([typeof(string)]) is { } constructor => constructor.Invoke(["changed"]),
            _ => null,
        };

    private static JToken? TokenOf(object? value) =>
        value switch
        {
            null => null,
            string[] items => new JArray(items),
            string or bool or long or decimal => new JValue(value),
            DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private JToken? Token() =>
        _random.Next(9) switch
        {
            0 => null,
            1 => "changed",
            2 => 7,
            3 => 7.50m,
            4 => true,
            5 => new JArray("a", 1),
            6 => new JObject { ["twitter"] = "@a", ["changed"] = JValue.CreateNull() },
            7 => "2024-01-15T10:30:00.669-05:00",
            _ => JValue.CreateNull(),
        };
}
