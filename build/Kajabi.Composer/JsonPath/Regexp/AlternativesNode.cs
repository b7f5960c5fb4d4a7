namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>Parts with <c>|</c> between them.</summary>
internal sealed record AlternativesNode(IReadOnlyList<IRegexpNode> Parts) : IRegexpNode
{
    public void Emit(RegexpProgram program)
    {
        List<int> ends = [];
        foreach (IRegexpNode part in Parts.SkipLast(1))
        {
            int branch = program.Add(new Instruction(InstructionKind.Branch));
            part.Emit(program);
            ends.Add(program.Add(new Instruction(InstructionKind.Branch)));
            program.SetBranch(branch, branch + 1, program.Count);
        }

        Parts[^1].Emit(program);
        foreach (int end in ends)
        {
            program.SetBranch(end, program.Count);
        }
    }
}
