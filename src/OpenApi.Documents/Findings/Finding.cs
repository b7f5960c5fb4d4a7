namespace OpenApi.Documents.Findings;

/// <summary>An error or warning about an OpenAPI document or its overlay.</summary>
/// <param name="Rule">The violated rule.</param>
/// <param name="IsError">Whether it fails the build. The cause of a warning is repaired instead.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line, starting at 1.</param>
/// <param name="Column">The column, starting at 1.</param>
/// <param name="Location">The location in the document.</param>
/// <param name="Message">The cause and the remedy.</param>
internal sealed record Finding(Rule Rule, bool IsError, string File, int Line, int Column, ContractLocation Location, string Message)
{
    /// <summary>Returns the finding in the format that MSBuild and editors recognize.</summary>
    public override string ToString() =>
        $"{ConsoleText.Line(File)}({Line},{Column}): {(IsError ? "error" : "warning")} {Rule.Id}: {ConsoleText.Line(Message)}";
}
