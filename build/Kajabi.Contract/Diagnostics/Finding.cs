using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Diagnostics;

/// <summary>One thing that is wrong with a contract or its overlay.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="IsError">Whether it stops the build; a warning is repaired by the obvious reading.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
/// <param name="Place">Where in the contract it stands.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record Finding(Rule Rule, bool IsError, string File, int Line, int Column, ContractLocation Place, string Message)
{
    /// <summary>The form that MSBuild and editors turn into a link to the place.</summary>
    public override string ToString() =>
        $"{ConsoleText.Line(File)}({Line},{Column}): {(IsError ? "error" : "warning")} {Rule.Id}: {ConsoleText.Line(Message)}";
}
