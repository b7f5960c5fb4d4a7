namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A part with a quantifier.</summary>
/// <param name="Part">The part.</param>
/// <param name="Min">The minimum number of occurrences.</param>
/// <param name="Max">The maximum number; null for no maximum.</param>
internal sealed record QuantifiedNode(IRegexpNode Part, int Min, int? Max) : IRegexpNode
{
    public void Emit(RegexpProgram program)
    {
        for (int index = 0; index < Min; index++)
        {
            EmitPart(program);
        }

        if (Max is null)
        {
            int loop = EmitOptional(program);
            program.SetBranch(program.Add(new Instruction(InstructionKind.Branch)), loop);
            program.SetBranch(loop, loop + 1, program.Count);
            return;
        }

        List<int> branches = [];
        for (int index = Min; index < Max; index++)
        {
            branches.Add(EmitOptional(program));
        }

        foreach (int branch in branches)
        {
            program.SetBranch(branch, branch + 1, program.Count);
        }
    }

    private int EmitOptional(RegexpProgram program)
    {
        int branch = program.Add(new Instruction(InstructionKind.Branch));
        EmitPart(program);
        return branch;
    }

    /// <summary>Adds a copy. The additional instruction limits the copies of a part without instructions.</summary>
    private void EmitPart(RegexpProgram program)
    {
        program.SetBranch(program.Add(new Instruction(InstructionKind.Branch)), program.Count);
        Part.Emit(program);
    }
}
