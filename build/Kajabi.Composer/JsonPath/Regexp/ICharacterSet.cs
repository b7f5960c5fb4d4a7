namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A set of code points.</summary>
internal interface ICharacterSet
{
    bool Contains(int codePoint);
}
