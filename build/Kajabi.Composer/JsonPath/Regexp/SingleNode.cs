namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A part with one instruction: a character, or the start or end of the text.</summary>
internal sealed record SingleNode(Instruction Instruction) : IRegexpNode
{
    public void Emit(RegexpProgram program) => program.Add(Instruction);
}
