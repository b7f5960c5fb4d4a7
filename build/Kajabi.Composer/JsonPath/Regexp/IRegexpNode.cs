namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A part of a regular expression.</summary>
internal interface IRegexpNode
{
    /// <summary>Adds the instructions of the part.</summary>
    void Emit(RegexpProgram program);
}
