namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A class such as <c>[a-z0-9]</c> or <c>[^a-z]</c>.</summary>
internal sealed record CharacterUnion(IReadOnlyList<ICharacterSet> Parts, bool IsNegated) : ICharacterSet
{
    /// <summary>Gets the characters that <c>.</c> matches: all except line breaks.</summary>
    public static CharacterUnion Dot { get; } = new([new CharacterRange('\n', '\n'), new CharacterRange('\r', '\r')], IsNegated: true);

    public bool Contains(int codePoint) => Parts.Any(part => part.Contains(codePoint)) != IsNegated;
}
