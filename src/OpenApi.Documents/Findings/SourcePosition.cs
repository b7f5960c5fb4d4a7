using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Findings;

/// <summary>A position in a file.</summary>
public sealed record SourcePosition
{
    internal SourcePosition(string file, int line, int column)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>Gets the path or the name of the file, as specified when it was read.</summary>
    public string File { get; }

    /// <summary>Gets the line, starting at 1.</summary>
    public int Line { get; }

    /// <summary>Gets the column, starting at 1.</summary>
    public int Column { get; }

    /// <summary>
    /// Returns the position of a token or, if it was not read from a file, of the value of a member or of the nearest ancestor that was.
    /// </summary>
    /// <param name="file">The file of the token, unless it is annotated with another one.</param>
    /// <param name="token">The token.</param>
    internal static SourcePosition From(string file, JToken token)
    {
        JToken current = token;
        while (!((IJsonLineInfo)current).HasLineInfo() && current.Parent is not null)
        {
            // A member that an overlay adds is created without a position, but its value has one.
            current = current is JProperty { Value: var value } && ((IJsonLineInfo)value).HasLineInfo() ? value : current.Parent;
        }

        IJsonLineInfo position = current;
        return new SourcePosition(
            current.Annotation<TokenFile>()?.Path ?? file,
            Math.Max(position.LineNumber, 1),
            Math.Max(position.LinePosition, 1)
        );
    }

    /// <summary>Returns the position in the format that MSBuild and editors recognize.</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
