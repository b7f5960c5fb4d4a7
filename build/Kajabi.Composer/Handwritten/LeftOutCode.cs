using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Handwritten;

/// <summary>A handwritten member or type that cannot be compiled with the generated code.</summary>
/// <param name="Path">The source file.</param>
/// <param name="Line">The line, starting at 1.</param>
/// <param name="Column">The column, starting at 1.</param>
/// <param name="Name">The name, such as <c>Contact.Offers</c>.</param>
/// <param name="Reason">The reason, as a clause: what is missing.</param>
internal sealed record LeftOutCode(string Path, int Line, int Column, string Name, string Reason)
{
    /// <summary>Returns the warning in the format that MSBuild and editors recognize.</summary>
    public override string ToString() =>
        $"{ConsoleText.Line(Path)}({Line},{Column}): warning {ComposerRules.HandwrittenCodeLeftOut.Id}: "
        + ConsoleText.Line($"{Name} was left out, because {Reason}. {ComposerRules.HandwrittenCodeLeftOut.Remedy}");
}
