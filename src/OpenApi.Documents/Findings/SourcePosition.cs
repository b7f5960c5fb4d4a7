using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Findings;

/// <summary>A position in a file.</summary>
/// <param name="File">The path as specified by the user.</param>
/// <param name="Line">The line, starting at 1.</param>
/// <param name="Column">The column, starting at 1.</param>
internal sealed record SourcePosition(string File, int Line, int Column)
{
    /// <summary>Returns the position of a token or, if it was not read from a file, of its nearest ancestor that was.</summary>
    public static SourcePosition From(string file, JToken token)
    {
        JToken current = token;
        while (!((IJsonLineInfo)current).HasLineInfo() && current.Parent is not null)
        {
            current = current.Parent;
        }

        IJsonLineInfo position = current;
        return new SourcePosition(file, Math.Max(position.LineNumber, 1), Math.Max(position.LinePosition, 1));
    }

    /// <summary>Returns the position in the format that MSBuild and editors recognize.</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
