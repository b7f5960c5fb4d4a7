using System.Buffers.Binary;
using System.Globalization;

namespace Kajabi.Cli.Export.Anonymization;

/// <summary>Creates invented values: the same one for the same value, with a form that programs accept.</summary>
/// <param name="key">The key of the values.</param>
internal sealed class InventedValues(AnonymizationKey key)
{
    private static readonly string[] s_first =
    [
        "Ada",
        "Boris",
        "Carla",
        "Dmitri",
        "Elena",
        "Farid",
        "Greta",
        "Hugo",
        "Imani",
        "Jonas",
        "Keiko",
        "Liam",
        "Mina",
        "Nils",
        "Olga",
        "Pablo",
    ];
    private static readonly string[] s_last =
    [
        "Abel",
        "Brook",
        "Costa",
        "Dahl",
        "Eriksen",
        "Fuchs",
        "Garcia",
        "Holm",
        "Ivanov",
        "Jensen",
        "Kovac",
        "Lund",
        "Moreau",
        "Novak",
        "Okoye",
        "Petrov",
    ];

    /// <summary>Creates a text. An empty text, and white space, remain.</summary>
    public string Create(TextKind kind, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        byte[] hash = key.ComputeHash($"{kind}:{Normalize(kind, text)}");
        string code = Convert.ToHexStringLower(hash.AsSpan(4, 6));
        uint number = BinaryPrimitives.ReadUInt32BigEndian(hash);
        string first = s_first[hash[10] % s_first.Length];
        string last = s_last[hash[11] % s_last.Length];
        return kind switch
        {
            TextKind.PersonName => $"{first} {last}",
            TextKind.Email => $"{first}.{last}.{code}@example.com".ToLowerInvariant(),
            TextKind.Phone => string.Create(CultureInfo.InvariantCulture, $"+1 555 {number / 10_000 % 1000:000} {number % 10_000:0000}"),
            TextKind.Street => string.Create(CultureInfo.InvariantCulture, $"{number % 200 + 1} {last} Street"),
            TextKind.City => $"{last} City",
            TextKind.State => $"{first} State",
            TextKind.Country => $"{last} Country",
            TextKind.PostalCode => string.Create(CultureInfo.InvariantCulture, $"{number % 100_000:00000}"),
            TextKind.Url => $"https://example.com/{code}",
            TextKind.ExternalId => $"external-{code}",
            _ => $"Text {code}",
        };
    }

    /// <summary>Creates the name of a member.</summary>
    public string CreateName(string name) => $"additional_{Convert.ToHexStringLower(key.ComputeHash($"Name:{name}").AsSpan(0, 6))}";

    /// <summary>Creates a whole number that is not negative, with as many digits before the decimal point.</summary>
    /// <param name="number">The number as JSON.</param>
    public long CreateNumber(string number)
    {
        int digits = Math.Clamp(number.TrimStart('-').TakeWhile(char.IsAsciiDigit).Count(), 1, 18);
        long smallest = digits == 1 ? 0 : (long)Math.Pow(10, digits - 1);
        ulong hash = BinaryPrimitives.ReadUInt64BigEndian(key.ComputeHash($"Number:{number}"));
        return smallest + (long)(hash % (ulong)((long)Math.Pow(10, digits) - smallest));
    }

    /// <summary>Makes values equal that mean the same, such as e-mail addresses in other case.</summary>
    private static string Normalize(TextKind kind, string text) =>
        kind switch
        {
            TextKind.Email => text.Trim().ToLowerInvariant(),
            TextKind.Phone => string.Concat(text.Where(char.IsAsciiDigit)),
            _ => text.Trim(),
        };
}
