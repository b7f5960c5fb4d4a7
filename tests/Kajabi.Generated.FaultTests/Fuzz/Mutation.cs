using System.Text;
using CsCheck;

namespace Kajabi.Tests.Fuzz;

/// <summary>One change of the input: of its bytes, its tokens, or its structure.</summary>
/// <param name="Kind">The kind of the change.</param>
/// <param name="At">The position, as a fraction of the length.</param>
/// <param name="Length">The size of the change, in bytes or copies.</param>
/// <param name="Choice">Selects the byte or token.</param>
internal readonly record struct Mutation(int Kind, double At, int Length, int Choice)
{
    private const int MaxLength = 256 * 1024;

    private static readonly byte[][] s_tokens =
    [
        .. new[]
        {
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "null",
            "true",
            "-0",
            "1e999",
            "NaN",
            "123456789012345678901234567890",
            "0.1",
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "/*",
            "//",
            "'",
            "\\",
            "[]",
            "{}",
            "{\"a\":",
            "[[[[",
            "\ufeff",
            "\0",
            "\"id\":",
            "\"type\":",
            "\"data\":",
            "\"included\":",
            "\"attributes\":",
            "\"relationships\":",
            "\"links\":",
            "\"meta\":",
            "\"errors\":",
            "\"payload\":",
            "\"event\":",
            "\"contacts\"",
            "\"offers\"",
            "\"$ref\":",
            "\"name\":",
            "new Date(",
            "undefined",
            "{\"id\":\"1\",\"type\":\"contacts\"}",
            "{\"data\":null}",
            "\"2024-01-15T10:30:00Z\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff],
        [0xc3],
        [0xed, 0xa0, 0x80],
    ];

    /// <summary>Generates mutations, small ones more often.</summary>
    public static Gen<Mutation> Any { get; } =
        Gen.Select(
            Gen.Frequency((1, Gen.Int[0, 6]), (1, Gen.Const(7))),
            Gen.Double.Unit,
            Gen.Frequency((8, Gen.Int[1, 12]), (2, Gen.Int[13, 400]), (1, Gen.Int[401, 4000])),
            Gen.Int[0, 10_000],
            static (kind, at, length, choice) => new Mutation(kind, at, length, choice)
        );

    /// <summary>Returns the changed input, with a limited length.</summary>
    public byte[] Apply(byte[] text)
    {
        int start = (int)(At * text.Length);
        int end = Math.Min(text.Length, start + Length);
        byte[] token = s_tokens[Choice % s_tokens.Length];
        byte[] changed = Kind switch
        {
            0 => [.. text[..start], .. text[end..]],
            1 => [.. text[..end], .. text[start..end], .. text[end..]],
            2 => [.. text[..start], .. token, .. text[start..]],
            3 => [.. text[..start], .. token, .. text[end..]],
            4 => [.. text[..start], .. Repeat(token, Length), .. text[start..]],
            5 => text[..start],
            6 when start < text.Length => [.. text[..start], (byte)(text[start] ^ (1 << (Choice % 8))), .. text[(start + 1)..]],
            _ => JsonMutation.Apply(text, At, Choice) ?? text,
        };
        return changed.Length > MaxLength ? changed[..MaxLength] : changed;
    }

    private static byte[] Repeat(byte[] token, int count) => [.. Enumerable.Repeat(token, count).SelectMany(static one => one)];
}
