using Kajabi.Composer.JsonPath.Limits;

namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>
/// A compiled I-Regexp (RFC 9485). It is evaluated without backtracking, and by code points, which the regular expressions of .NET
/// cannot do.
/// </summary>
internal sealed class RegexpProgram
{
    private const int MaxInstructions = 20_000;

    private readonly List<Instruction> _instructions = [];
    private readonly VisitBudget _budget;

    private RegexpProgram(VisitBudget budget) => _budget = budget;

    public int Count => _instructions.Count;

    public Instruction this[int index] => _instructions[index];

    /// <summary>Compiles a pattern; returns null if it is not an I-Regexp.</summary>
    /// <exception cref="JsonPathLimitException">The program is too large.</exception>
    public static RegexpProgram? Compile(string pattern, VisitBudget budget)
    {
        budget.Spend(pattern.Length);
        RegexpProgram program = new(budget);
        try
        {
            RegexpParser.Parse(pattern).Emit(program);
        }
        catch (RegexpSyntaxException)
        {
            return null;
        }

        program.Add(new Instruction(InstructionKind.Accept));
        return program;
    }

    /// <returns>The index of the added instruction.</returns>
    /// <exception cref="JsonPathLimitException">The program is too large.</exception>
    public int Add(Instruction instruction)
    {
        if (_instructions.Count == MaxInstructions)
        {
            throw new JsonPathLimitException("A regular expression with its quantifiers is too large.");
        }

        _budget.Spend();
        _instructions.Add(instruction);
        return _instructions.Count - 1;
    }

    public void SetBranch(int index, int next, int? alternative = null) =>
        _instructions[index] = new Instruction(InstructionKind.Branch, null, next, alternative);
}
