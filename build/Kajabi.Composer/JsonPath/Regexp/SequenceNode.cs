namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>Parts that follow each other.</summary>
internal sealed record SequenceNode(IReadOnlyList<IRegexpNode> Parts) : IRegexpNode
{
    public void Emit(RegexpProgram program)
    {
        foreach (IRegexpNode part in Parts)
        {
            part.Emit(program);
        }
    }
}
