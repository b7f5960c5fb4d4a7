namespace Kajabi.Contract.JsonPath.Regexp;

/// <summary>A set of code points.</summary>
internal interface ICharacterSet
{
    bool Contains(int codePoint);
}
