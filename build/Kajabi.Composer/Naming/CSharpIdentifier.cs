using System.Text;

namespace Kajabi.Composer.Naming;

/// <summary>Validates C# identifiers: letters and digits of any script and underscores, no keywords.</summary>
internal static class CSharpIdentifier
{
    // In UTF-8. Below the 1,023 bytes that the metadata of an assembly allows, because the compiler adds to some names.
    private const int MaxBytes = 300;

    private static readonly HashSet<string> s_keywords =
    [
        "abstract",
        "as",
        "base",
        "bool",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "checked",
        "class",
        "const",
        "continue",
        "decimal",
        "default",
        "delegate",
        "do",
        "double",
        "else",
        "enum",
        "event",
        "explicit",
        "extern",
        "false",
        "finally",
        "fixed",
        "float",
        "for",
        "foreach",
        "goto",
        "if",
        "implicit",
        "in",
        "int",
        "interface",
        "internal",
        "is",
        "lock",
        "long",
        "namespace",
        "new",
        "null",
        "object",
        "operator",
        "out",
        "override",
        "params",
        "private",
        "protected",
        "public",
        "readonly",
        "ref",
        "return",
        "sbyte",
        "sealed",
        "short",
        "sizeof",
        "stackalloc",
        "static",
        "string",
        "struct",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "uint",
        "ulong",
        "unchecked",
        "unsafe",
        "ushort",
        "using",
        "virtual",
        "void",
        "volatile",
        "while",
    ];

    /// <summary>Returns whether a text can be written into C# as an identifier.</summary>
    public static bool IsValid(string? text) =>
        !string.IsNullOrEmpty(text)
        && (text[0] == '_' || char.IsLetter(text[0]))
        && text.All(IsPart)
        && !IsKeyword(text)
        && Encoding.UTF8.GetByteCount(text) <= MaxBytes;

    /// <summary>
    /// Returns whether a text is the name of a public type or member. C# has warnings and keywords, such as <c>record</c>, for names that
    /// start with a lower-case letter.
    /// </summary>
    public static bool IsPublicName(string? text) => IsValid(text) && !char.IsLower(text![0]);

    /// <summary>Returns whether a text is a reserved keyword.</summary>
    public static bool IsKeyword(string text) => s_keywords.Contains(text);

    /// <summary>Returns whether a character is a letter or digit that C# accepts in an identifier.</summary>
    public static bool IsLetterOrDigit(char character) => char.IsLetterOrDigit(character);

    private static bool IsPart(char character) => character == '_' || IsLetterOrDigit(character);
}
