using Kajabi.Composer.JsonPath.Expressions;
using Kajabi.Composer.JsonPath.Regexp;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Functions;

/// <summary>
/// <c>match()</c> and <c>search()</c>. As specified, both are false if an argument is not a string or the pattern is not an I-Regexp.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Pattern">The regular expression.</param>
/// <param name="IsSearch">Whether it may match a part of the text.</param>
internal sealed record RegexpFunction(IValueExpression Text, IValueExpression Pattern, bool IsSearch) : ILogicalExpression
{
    public bool Test(JToken current, EvaluationContext evaluation) =>
        Text.Evaluate(current, evaluation) is JValue { Value: string text }
        && Pattern.Evaluate(current, evaluation) is JValue { Value: string pattern }
        && evaluation.GetProgram(pattern) is { } program
        && new RegexpMatcher(program, text, evaluation.Budget).IsMatch(IsSearch);
}
