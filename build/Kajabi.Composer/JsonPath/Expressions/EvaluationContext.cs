using Kajabi.Composer.JsonPath.Limits;
using Kajabi.Composer.JsonPath.Regexp;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>The state of one evaluation of a query.</summary>
/// <param name="root">The root node, <c>$</c>.</param>
/// <param name="budget">Limits the work.</param>
internal sealed class EvaluationContext(JToken root, VisitBudget budget)
{
    private readonly Dictionary<string, RegexpProgram?> _programs = new(StringComparer.Ordinal);

    public JToken Root { get; } = root;

    public VisitBudget Budget { get; } = budget;

    /// <summary>Returns a compiled regular expression; null if the pattern is not an I-Regexp.</summary>
    /// <exception cref="JsonPathLimitException">The expression is too large.</exception>
    public RegexpProgram? GetProgram(string pattern)
    {
        if (!_programs.TryGetValue(pattern, out RegexpProgram? program))
        {
            program = RegexpProgram.Compile(pattern, Budget);
            _programs.Add(pattern, program);
        }

        return program;
    }
}
