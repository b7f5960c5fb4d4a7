namespace Kajabi.Tests.Generation;

/// <summary>Values of members: mostly of the declared type, in many notations, and some of other types.</summary>
/// <param name="random">The source of randomness.</param>
/// <param name="json">The document.</param>
internal sealed class RandomValues(Random random, RandomJsonWriter json)
{
    private const int MaxDepth = 80;

    private static readonly string[] s_names =
    [
        "id",
        "type",
        "data",
        "links",
        "meta",
        "self",
        "related",
        "name",
        "a.b",
        "a['b']",
        "[0]",
        "",
        " ",
        "$ref",
        "$type",
        "@assigned",
        "@received",
        "@context",
        "total_count",
        "\u00e9t\u00e9",
        "\ud83d\ude00",
        "\ud800",
        "a\u0000b",
        "__proto__",
        "toString",
        "custom_1",
        "custom_151",
        "created_at",
        "an unusually long name of a member that is longer than the buffers of most readers: 0123456789 0123456789 0123456789",
    ];

    private static readonly string[] s_texts =
    [
        "",
        "text",
        "1",
        "true",
        "contacts",
        "active",
        "a \"quoted\" text",
        "back\\slash and /slash",
        "line\nbreak\tand tab",
        "\u00e9 \u4e2d \ud83d\ude00 <&'>",
        "\u0000\u001f\u007f\u2028",
        "\ud83d",
        "\ude00 reversed \ud83d",
        "https://user:secret@example.com/a?page[number]=2&b=%5B",
        "1.10",
        "1e400",
        "$199.00",
    ];

    private static readonly string[] s_times =
    [
        "2024-01-15T10:30:00Z",
        "2024-01-15T10:30:00.000Z",
        "2024-01-15T10:30:00.669Z",
        "2024-01-15T10:30:00.6Z",
        "2024-01-15T10:30:00.1234567Z",
        "2024-01-15T10:30:00.12345678901Z",
        "2024-01-15T10:30:00.669-05:00",
        "2024-01-15T10:30:00+00:00",
        "2024-01-15T10:30:00-0500",
        "2024-01-15T10:30:00",
        "2024-01-15T10:30Z",
        "2024-01-15 10:30:00 UTC",
        "2024-01-15 10:30:00 -0500",
        "2024-01-15t10:30:00z",
        "2024-01-15",
        "2024-02-30T10:30:00Z",
        "2024-01-15T24:00:00Z",
        "2024-01-15T23:59:60Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z",
        "10000-01-01T00:00:00Z",
        "2024-01-15T10:30:00+14:00",
        "2024-01-15T10:30:00+15:00",
        " 2024-01-15T10:30:00Z",
        "2024-01-15T10:30:00Z ",
        "01/15/2024",
        "15 Jan 2024",
        "/Date(0)/",
        "1705314600",
    ];

    private static readonly string[] s_numbers =
    [
        "0",
        "1",
        "-1",
        "42",
        "19900",
        "1.0",
        "1.10",
        "-12.50",
        "0.000001",
        "2147483648",
        "9007199254740993",
        "9223372036854775807",
        "-9223372036854775808",
    ];

    // Written with other digits, rounded or rejected by some readers. Those that no decimal can contain are rare, because the former
    // reader rejects the whole document.
    private static readonly string[] s_otherNumbers =
    [
        "-0",
        "-0.0",
        "0e0",
        "1e2",
        "1E+2",
        "1.5e-3",
        "100.00",
        "9223372036854775808",
        "123456789012345678901234567890",
        "12345678901234567890123456789012345678901234567890",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
        "0.1234567890123456789012345678901234567",
        "1.00000000000000000000000000000000001",
    ];

    private static readonly string[] s_rareNumbers =
    [
        "1e30",
        "1e400",
        "-1e-400",
        "79228162514264337593543950336.5",
        "010",
        "0x1F",
        ".5",
        "5.",
        "+1",
        "1_000",
        "NaN",
        "-Infinity",
        "1e",
        "--1",
    ];

    private static readonly string[] s_notJson = ["undefined", "nul", "True", "new Date(0)", "", "{", "]", "\"", "\u0001"];

    public string Name() => Choose(s_names);

    public string Text() => random.Next(40) == 0 ? new string('x', random.Next(2000)) : Choose(s_texts);

    public string Time() => Choose(s_times);

    public string Number() =>
        random.Next(100) switch
        {
            0 => Choose(s_rareNumbers),
            < 15 => Choose(s_otherNumbers),
            _ => Choose(s_numbers),
        };

    /// <summary>Writes a value of a declared type, or of another one.</summary>
    public void WriteDeclared(Type type)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        switch (random.Next(10))
        {
            case 0:
                json.WriteRaw("null");
                break;
            case 1:
                WriteAny();
                break;
            case var _ when inner == typeof(bool):
                json.WriteRaw(random.Next(2) == 0 ? "true" : "false");
                break;
            case var _ when inner == typeof(long) || inner == typeof(decimal):
                json.WriteRaw(Number());
                break;
            case var _ when inner == typeof(DateTimeOffset) || inner == typeof(DateOnly):
                json.WriteString(Time());
                break;
            case var _ when inner == typeof(string) && random.Next(8) == 0:
                json.WriteRaw(Number());
                break;
            case var _ when inner == typeof(IReadOnlyList<string>):
                json.WriteArray(Items(() => json.WriteString(Text())));
                break;
            case var _ when inner.IsGenericType:
                json.WriteArray(Items(() => json.WriteObject(Members(3))));
                break;
            case var _ when typeof(JsonApiObject).IsAssignableFrom(inner):
                json.WriteObject(Members(3));
                break;
            default:
                json.WriteString(Text());
                break;
        }
    }

    /// <summary>Writes any value, nested at most some levels.</summary>
    public void WriteAny(int levels = 3)
    {
        switch (random.Next(levels > 0 ? 12 : 7))
        {
            case 0:
                json.WriteRaw("null");
                break;
            case 1:
                json.WriteRaw(random.Next(2) == 0 ? "true" : "false");
                break;
            case 2 or 3:
                json.WriteRaw(Number());
                break;
            case 4:
                json.WriteString(Time());
                break;
            case 7 or 8:
                json.WriteArray(Items(() => WriteAny(levels - 1)));
                break;
            case 9 or 10:
                json.WriteObject(Members(levels - 1));
                break;
            case 11 when random.Next(30) == 0:
                WriteDeep();
                break;
            case 11 when random.Next(60) == 0:
                json.WriteRaw(Choose(s_notJson));
                break;
            default:
                json.WriteString(Text());
                break;
        }
    }

    public IEnumerable<(string Name, Action Write)> Members(int levels) =>
        Enumerable.Range(0, random.Next(4)).Select(_ => (Name(), (Action)(() => WriteAny(levels))));

    private T Choose<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private IEnumerable<Action> Items(Action write) => Enumerable.Repeat(write, random.Next(4));

    private void WriteDeep()
    {
        int depth = random.Next(MaxDepth);
        bool isList = random.Next(2) == 0;
        json.WriteRaw(string.Concat(Enumerable.Repeat(isList ? "[" : "{\"a\":", depth)));
        json.WriteRaw("0");
        json.WriteRaw(string.Concat(Enumerable.Repeat(isList ? "]" : "}", depth)));
    }
}
