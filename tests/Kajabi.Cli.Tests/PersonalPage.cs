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

    private readonly List<string> _numbers = [];
    private int _count;

    /// <summary>The numbers that can identify a person.</summary>
    public IReadOnlyList<string> Numbers => _numbers;

    /// <summary>The values of the first resource that must be kept, by the name of the attribute.</summary>
    public Dictionary<string, JToken> Kept { get; } = [];

    /// <summary>Creates a page with one resource whose declared attributes can be kept, and with others.</summary>
    /// <param name="empty">An empty resource of the type.</param>
    public JObject Create(Resource empty)
    {
        JArray data = [CreateResource(empty, "17", isRegular: true)];
        for (int index = 0; index < 12; index++)
        {
            data.Add(CreateResource(empty, index == 0 ? $"{Mark}@person.test" : $"2{index}", isRegular: false));
        }

        return new JObject { ["data"] = data };
    }

    private JObject CreateResource(Resource empty, string id, bool isRegular)
    {
        JObject attributes = [];
        foreach (JsonApiMember member in empty.Attributes.DeclaredMembers)
        {
            KeptForm? form = GetForm(member.Name);
            bool isKept = isRegular && form is not null;
            JToken value = isKept ? CreateKept(form!.Value) : CreatePersonal(form, 0);
            attributes[member.Name] = value;
            if (isKept)
            {
                Kept[member.Name] = value;
            }
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

    private static KeptForm? GetForm(string path) =>
        KeptAttributes.Paths.Where(pair => pair.Value.Contains(path)).Select(static pair => (KeptForm?)pair.Key).FirstOrDefault();

    /// <summary>A value that is replaced, because it does not have the form of the attribute.</summary>
    private JToken CreatePersonal(KeptForm? form, int depth) =>
        random.Next(depth < 3 ? 8 : 5) switch
        {
            0 or 1 => CreateText(),
            2 or 3 when form is not (KeptForm.Number or KeptForm.Decimal or KeptForm.Id) => CreateNumber(),
            4 => JValue.CreateNull(),
            5 => new JArray(CreatePersonal(form is KeptForm.Boolean ? null : form, depth + 1), CreateText()),
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

    private JToken CreateKept(KeptForm form) =>
        form switch
        {
            KeptForm.Boolean => random.Next(2) == 0,
            KeptForm.Number => random.Next(100_000),
            KeptForm.Decimal => "199.0",
            KeptForm.Time => "2024-01-15T10:30:00.120-05:00",
            KeptForm.Word => Pick("active", "in transit", "TextField", "OWNER", "subscription_charge", "Kajabi Payments"),
            KeptForm.Currency => Pick("USD", "eur"),
            KeptForm.CurrencySymbol => Pick("$", "CA$", "CHF", "€"),
            KeptForm.Amount => Pick("$1,212.93", "29,00 €", "CHF 1’000.00", "-$5.00", "0 USD"),
            KeptForm.Language => Pick("en", "pt-BR"),
            KeptForm.Handle => Pick("custom_17", "email"),
            _ => "789",
        };

    private string Pick(params string[] values) => values[random.Next(values.Length)];
}
