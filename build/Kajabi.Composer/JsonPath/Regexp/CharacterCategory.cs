using System.Globalization;

namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A Unicode category such as <c>\p{Lu}</c> or <c>\P{L}</c>.</summary>
internal sealed record CharacterCategory(string Name, bool IsNegated) : ICharacterSet
{
    // The names in the order of UnicodeCategory.
    private static readonly string[] s_names =
    [
        .. "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn".Split(' '),
    ];

    /// <summary>Returns whether I-Regexp has the category. It does not have <c>Cs</c>, the surrogates.</summary>
    public static bool IsKnown(string name) =>
        name != "Cs" && s_names.Any(known => known == name || (name.Length == 1 && known[0] == name[0]));

    public bool Contains(int codePoint) =>
        s_names[(int)CharUnicodeInfo.GetUnicodeCategory(codePoint)].StartsWith(Name, StringComparison.Ordinal) != IsNegated;
}
