using System.Globalization;
using Kajabi.Cli.Export.Anonymization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>
/// A response with personal data wherever a JSON:API document can contain it: as texts, numbers, members of objects and their names, also
/// where the OpenAPI document declares another type.
/// </summary>
/// <param name="random">Decides the form of each value.</param>
internal sealed class PersonalPage(Random random)
{
    /// <summary>Each text and each name with personal data contains it, and no invented value does.</summary>
    public const string Mark = "zqx";

    private const string RegularId = "17";

    private readonly List<string> _numbers = [];
    private int _count;

    /// <summary>The numbers that can identify a person.</summary>
    public IReadOnlyList<string> Numbers => _numbers;

    /// <summary>The values of the first resource that must be kept, by their JSONPath in the attributes.</summary>
    public Dictionary<string, JToken> Kept { get; } = [];

    /// <summary>The JSONPaths of the declared attributes of the first resource and of their members, whose names must be kept.</summary>
    public List<string> Declared { get; } = [];

    /// <summary>Creates a page with one regular resource, whose declared attributes can be kept, and with others.</summary>
    /// <param name="empty">An empty resource of the type.</param>
    /// <param name="isIncluded">Whether the resources are included in a contact.</param>
    public JObject Create(Resource empty, bool isIncluded)
    {
        JArray resources = [CreateResource(empty, RegularId, isRegular: true)];
        for (int index = 0; index < 12; index++)
        {
            resources.Add(CreateResource(empty, index == 0 ? $"{Mark}@person.test" : $"2{index}", isRegular: false));
        }

        if (!isIncluded)
        {
            return new JObject { ["data"] = resources };
        }

        JArray identifiers = new(resources.Select(static one => new JObject { ["type"] = one["type"], ["id"] = one["id"] }));
        return new JObject
        {
            ["data"] = new JArray(
                new JObject
                {
                    ["type"] = "contacts",
                    ["id"] = "5",
                    ["relationships"] = new JObject { ["related"] = new JObject { ["data"] = identifiers } },
                }
            ),
            ["included"] = resources,
        };
    }

    /// <summary>Returns the regular resource of an export.</summary>
    public static JObject FindRegular(JContainer json) =>
        json.DescendantsAndSelf()
            .OfType<JObject>()
            .First(static one => one["attributes"] is not null && one["id"] is JValue { Value: RegularId });

    private JObject CreateResource(Resource empty, string id, bool isRegular)
    {
        JObject attributes = [];
        foreach (JsonApiMember member in empty.Attributes.DeclaredMembers)
        {
            attributes[member.Name] =
                NestedMembers.Find(empty.Attributes, member) is { } nested && (isRegular || random.Next(2) == 0)
                    ? CreateNested(nested, member.Name, isRegular)
                    : CreateDeclared(member.Name, member.Name, isRegular);
        }

        attributes["custom_17"] = CreatePersonal(null, 0);
        attributes[CreateName()] = CreatePersonal(null, 0);
        JObject relationships = new()
        {
            [CreateName()] = new JObject
            {
                ["data"] = new JObject { ["type"] = "contacts", ["id"] = CreateText() },
            },
        };
        foreach (RelationshipDescriptor relationship in empty.Relationships.DeclaredRelationships)
        {
            relationships[relationship.Name] = new JObject
            {
                ["links"] = new JObject
                {
                    ["self"] = $"https://api.kajabi.com/v1/{empty.DeclaredType}/{id}?filter[email]={CreateText()}",
                    ["related"] = $"https://{Mark}:{Mark}@api.kajabi.com/v1/sites/1",
                    [CreateName()] = CreateText(),
                },
                ["meta"] = new JObject { [CreateName()] = CreatePersonal(null, 0) },
            };
        }

        return new JObject
        {
            ["id"] = id,
            ["type"] = empty.DeclaredType,
            ["attributes"] = attributes,
            ["relationships"] = relationships,
            ["links"] = new JObject { ["self"] = $"https://api.kajabi.com/v1/contacts/{Mark}" },
            ["meta"] = new JObject { [CreateName()] = CreatePersonal(null, 0) },
            [CreateName()] = CreatePersonal(null, 0),
        };
    }

    private JContainer CreateNested(NestedMembers nested, string name, bool isRegular)
    {
        return nested.IsList ? new JArray(CreateItem($"{name}[0]"), CreateItem($"{name}[1]")) : CreateItem(name);

        JObject CreateItem(string jsonPath)
        {
            JObject item = new() { [CreateName()] = CreatePersonal(null, 1) };
            foreach (string member in nested.Names)
            {
                item[member] = CreateDeclared($"{name}.{member}", $"{jsonPath}.{member}", isRegular);
            }

            return item;
        }
    }

    /// <summary>The value of a declared attribute, or of a declared member of one.</summary>
    private JToken CreateDeclared(string path, string jsonPath, bool isRegular)
    {
        KeptForm? form = GetForm(path);
        if (!isRegular)
        {
            return CreatePersonal(form, 0);
        }

        Declared.Add(jsonPath);
        return form is null ? CreatePersonal(form, 0) : Kept[jsonPath] = KeptExample.Create(form.Value, random);
    }

    private static KeptForm? GetForm(string path) =>
        KeptAttributes.Paths.Where(pair => pair.Value.Contains(path)).Select(static pair => (KeptForm?)pair.Key).FirstOrDefault();

    /// <summary>A value that is replaced, because it does not have the form of the attribute.</summary>
    private JToken CreatePersonal(KeptForm? form, int depth) =>
        random.Next(depth < 3 ? 8 : 5) switch
        {
            0 or 1 => CreateText(),
            2 or 3 when form is not (KeptForm.Number or KeptForm.Decimal or KeptForm.Id) => CreateNumber(),
            4 => JValue.CreateNull(),
            5 => new JArray(CreatePersonal(null, depth + 1), CreateText()),
            6 => new JObject
            {
                [CreateName()] = CreatePersonal(null, depth + 1),
                ["status"] = CreateText(),
                ["amount_in_cents"] = CreateNumber(),
                ["created_at"] = CreateText(),
            },
            _ => CreateText(),
        };

    private string CreateText()
    {
        string text = $"{Mark}{++_count}";
        return random.Next(6) switch
        {
            0 => $"{text}@person.test",
            1 => $"https://social.test/{text}",
            2 => $"+49 30 {text}",
            3 => $"{text} from\nBerlin",
            4 => $"2026-01-01 {text}",
            _ => $"Ms {text}",
        };
    }

    private string CreateName() => $"{Mark}_{++_count} of Berlin";

    private JToken CreateNumber()
    {
        string number = string.Create(CultureInfo.InvariantCulture, $"4930{++_count:000000}");
        _numbers.Add(number);
        return random.Next(2) == 0
            ? long.Parse(number, CultureInfo.InvariantCulture)
            : double.Parse($"{number}.5", CultureInfo.InvariantCulture);
    }
}
