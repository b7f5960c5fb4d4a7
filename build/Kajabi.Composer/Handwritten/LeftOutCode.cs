using Kajabi.Composer.Rules;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Handwritten;

/// <summary>A handwritten member or type that cannot be compiled with the generated code.</summary>
/// <param name="Position">The position in the handwritten file.</param>
/// <param name="Name">The name, such as <c>Contact.Offers</c>.</param>
/// <param name="Reason">The reason, as a clause: what is missing.</param>
internal sealed record LeftOutCode(SourcePosition Position, string Name, string Reason)
{
    /// <summary>Returns the finding that the build reports.</summary>
    public Finding ToFinding() =>
        new(
            ComposerRules.HandwrittenCodeLeftOut,
            new FindingLocation(string.Empty, Name) { Position = Position },
            $"{Name} was left out, because {Reason}. {ComposerRules.HandwrittenCodeLeftOut.Remedy}"
        );
}
