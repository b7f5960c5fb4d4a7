namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A character, or a range such as <c>a-z</c>.</summary>
internal sealed record CharacterRange(int First, int Last) : ICharacterSet
{
    public bool Contains(int codePoint) => codePoint >= First && codePoint <= Last;
}
