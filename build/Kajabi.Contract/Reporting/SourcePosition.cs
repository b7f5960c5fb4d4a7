using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Reporting;

/// <summary>Where something stands in a file.</summary>
/// <param name="File">The path as the caller gave it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
internal sealed record SourcePosition(string File, int Line, int Column)
{
    /// <summary>The place of a token or, for one that was not read from a file, of the nearest one above it.</summary>
    public static SourcePosition Of(string file, JToken token)
    {
        JToken at = token;
        while (!((IJsonLineInfo)at).HasLineInfo() && at.Parent is not null)
        {
            at = at.Parent;
        }

        IJsonLineInfo position = at;
        return new SourcePosition(file, Math.Max(position.LineNumber, 1), Math.Max(position.LinePosition, 1));
    }

    /// <summary>The form that MSBuild and editors turn into a link to the place.</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
