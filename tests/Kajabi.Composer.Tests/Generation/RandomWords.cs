using Microsoft.CodeAnalysis.CSharp;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Words for random OpenAPI documents: ordinary names, names that C# or the SDK uses, and all kinds of characters.</summary>
internal static class RandomWords
{
    /// <summary>The rate of words that are rejected with the whole document, or too long for metadata.</summary>
    private const int UnusualRate = 60;

    private static readonly string[] s_keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText),
        .. SyntaxFacts.GetContextualKeywordKinds().Select(SyntaxFacts.GetText),
    ];

    private static readonly string[] s_ordinary =
    [
        "value",
        "values",
        "name",
        "id",
        "-id",
        "type",
        "types",
        "data",
        "meta",
        "links",
        "included",
        "contact",
        "contacts",
        "contact_tags",
        "email",
        "site",
        "site_id",
        "tags",
        "attributes",
        "relationships",
        "a_b",
        "a.b",
        "a-b",
        "aB",
        "AB",
        "ab",
        "news",
        "series",
        "x",
        "api",
        "v2",
        "s",
        "ss",
        "es",
        "Contact Tags",
        "contact tags",
        "filter[site_id]",
        "filter[a][b]",
        "filter[]",
        "filter[x_cont]",
        "page[number]",
        "page[size]",
        "fields[contacts]",
        "fields[contacts][]",
        "include",
        "sort",
        "ids[]",
    ];

    // Names of members and types of the SDK, and of types that the generated code uses.
    private static readonly string[] s_reserved =
    [
        "equals",
        "get_hash_code",
        "to_string",
        "get_type",
        "memberwise_clone",
        "finalize",
        "known_values",
        "descending",
        "present",
        "table",
        "fields",
        "all_sites",
        "members",
        "item",
        "is_empty",
        "default_site_handler",
        "relationship_table",
        "declared_parameters",
        "kajabi_client",
        "i_kajabi_client",
        "kajabi",
        "generated_resourcess",
        "site_filtered_pathss",
        "client_areass",
        "i_contacts_api",
        "contacts_api_extensionss",
        "task",
        "tasks",
        "documents",
        "system",
        "systems",
        "system_text",
        "string",
        "String",
        "resources",
        "resource_identifiers",
        "contact_attributess",
        "contact_documents",
        "list_contacts_queries",
        "i_disposable",
        "exception",
        "func",
        "lists",
        "records",
        "members_table",
        "global",
        "refit",
        "headers",
        "body",
        "query",
        "cancellation_token",
        "page_query",
        "page_cancellation",
        "when_empty",
        "welcome_email",
        "api_value",
        "site_id_value",
        "api_id",
    ];

    private static readonly string[] s_characters =
    [
        "2fa",
        "0562",
        "50%",
        "<",
        "-",
        "_",
        "__x__",
        "_a",
        "%41",
        "a b",
        "a/b",
        "a~1b",
        "a#b",
        "a:b",
        "a*b",
        "{a}",
        "a,b",
        "$a",
        "@a",
        "\u540D\u524D",
        "\u0434\u0430\u0442\u0430",
        "\U0001F600",
        "a\U0001F600b",
        "\U00020000",
        "\u00E9",
        "e\u0301",
        "\u212B",
        "\u00C5",
        "\u0130",
        "i\u0307",
        "\u0131d",
        "\u01C5a",
        "\u00DF",
        "\uFB01x",
        "\u0661a",
        "a\u0661",
        "\u2160",
        "\u0915\u094D\u0937\u093F",
        "\u0E01\u0E33",
        "\u02B0a",
        "a\u200Db",
        "a\u203Fb",
        "\u00AA",
        "\uAB70",
        "\u10D0",
        "\uFF21\uFF41",
        "\u05D0\u05D1",
        "\u200Ba",
    ];

    private static readonly Func<string>[] s_unusual =
    [
        static () => string.Empty,
        static () => " ",
        static () => "a\"b",
        static () => "a\nb",
        static () => "\uD800",
        static () => "a\u202Eb",
        static () => "a\\b",
        static () => "a'b",
        static () => "a`b",
        static () => new string('a', 1_100),
        static () => new string('\u540D', 600),
        static () => string.Concat(Enumerable.Repeat("long_", 1_000)),
        static () => new string('_', 2_000),
        static () => new string('9', 1_500),
    ];

    private static readonly string[] s_schemas =
    [
        "{ \"type\": \"string\" }",
        "{ \"type\": \"string\", \"format\": \"date-time\" }",
        "{ \"type\": [\"integer\", \"null\"] }",
        "{ \"type\": \"number\", \"nullable\": true }",
        "{ \"type\": \"boolean\", \"readOnly\": true }",
        "{ \"type\": [\"string\", \"integer\"] }",
        "{ \"type\": [\"object\", \"array\"] }",
        "{ \"type\": \"string\", \"enum\": [\"WORD\", \"WORD\", \"x\"] }",
        "{ \"type\": \"string\", \"enum\": [\"WORD\", \"WORD\"], \"x-enum-name\": \"NAME\" }",
        "{ \"enum\": [\"WORD\", 1, null, true, 1.5] }",
        "{ \"type\": \"array\", \"items\": { \"type\": \"string\", \"enum\": [\"WORD\", \"WORD\"] } }",
        "{ \"type\": \"array\", \"items\": { \"type\": \"object\", \"properties\": { \"WORD\": { \"type\": \"boolean\" } } } }",
        "{ \"type\": \"array\" }",
        "{ \"type\": \"array\", \"items\": { \"type\": \"array\", \"items\": { \"type\": \"object\" } } }",
        "{ \"type\": \"object\", \"properties\": { \"WORD\": { \"type\": \"number\" }, \"a\": { \"type\": \"object\" } } }",
        "{ \"type\": \"object\", "
            + "\"properties\": { \"WORD\": { \"type\": \"object\", \"properties\": { \"WORD\": { \"enum\": [\"WORD\"] } } } } }",
        "{ \"type\": \"object\", \"properties\": { \"data\": { \"type\": \"object\", \"properties\": { \"type\": { \"enum\": [\"WORD\"] }, "
            + "\"attributes\": { \"type\": \"object\", \"properties\": { \"WORD\": { \"type\": \"string\" } } } } } } }",
        "{ \"type\": \"object\", \"additionalProperties\": { \"type\": \"string\" } }",
        "{ \"anyOf\": [{ \"type\": \"string\", \"format\": \"date\" }, { \"type\": \"null\" }] }",
        "{ \"oneOf\": [{ \"type\": \"string\" }, { \"type\": \"integer\" }] }",
        "{ \"allOf\": [{ \"type\": \"boolean\" }], \"deprecated\": true }",
        "{ \"allOf\": [{ \"type\": \"object\", \"properties\": { \"WORD\": {} } }, { \"required\": [\"WORD\"] }] }",
        "{ \"const\": \"WORD\" }",
        "{ \"const\": 5 }",
        "{ \"type\": \"string\", \"properties\": { \"WORD\": {} } }",
        "{ \"type\": \"WORD\" }",
        "{ \"not\": {} }",
        "{}",
        "true",
    ];

    /// <summary>Returns a random name.</summary>
    public static string Next(Random random)
    {
        if (random.Next(UnusualRate) == 0)
        {
            return Pick(s_unusual, random)();
        }

        string word = Pick(
            random.Next(5) switch
            {
                0 => s_keywords,
                1 => s_reserved,
                2 => s_characters,
                _ => s_ordinary,
            },
            random
        );
        return random.Next(12) switch
        {
            0 => word.ToUpperInvariant(),
            1 => $"{word}_{Pick(s_ordinary, random)}",
            2 => $"filter[{word}]",
            _ => word,
        };
    }

    /// <summary>Returns a random name of an overlay extension, most of which are identifiers.</summary>
    public static string NextIdentifier(Random random) =>
        random.Next(4) switch
        {
            0 => Next(random),
            1 => Pick(s_keywords, random),
            2 => "Contact" + Pick((string[])["", "Attributes", "Relationships", "Field", "Document", "Type", "TagAttributes"], random),
            _ => Pick((string[])["Status", "Sites", "Offer", "CreateContact", "ListContactsQuery", "FindContactByEmail"], random),
        };

    /// <summary>Returns a random schema.</summary>
    public static string NextSchema(Random random)
    {
        string[] parts = Pick(s_schemas, random).Split("\"WORD\"");
        string schema = parts[0];
        foreach (string part in parts.Skip(1))
        {
            schema += Newtonsoft.Json.JsonConvert.ToString(Next(random)) + part;
        }

        return schema.Replace("\"NAME\"", Newtonsoft.Json.JsonConvert.ToString(NextIdentifier(random)), StringComparison.Ordinal);
    }

    public static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
