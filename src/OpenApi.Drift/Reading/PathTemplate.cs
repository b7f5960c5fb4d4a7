using System.Text.RegularExpressions;

namespace OpenApi.Drift.Reading;

/// <summary>A path whose parameters are identified by position, because their names are not part of requests.</summary>
internal sealed partial record PathTemplate
{
    public PathTemplate(string path)
    {
        Text = path;
        Names = [.. Parameter().Matches(path).Select(static match => match.Groups[1].Value)];
        Key = Parameter().Replace(path, "{}");
    }

    /// <summary>Gets the path as declared.</summary>
    public string Text { get; }

    /// <summary>Gets the names of the parameters, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the path without parameter names.</summary>
    public string Key { get; }

    public IReadOnlyList<string> Segments => Key.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns the position of a parameter; -1 if the path does not contain it.</summary>
    public int PositionOf(string name)
    {
        for (int position = 0; position < Names.Count; position++)
        {
            if (Names[position] == name)
            {
                return position;
            }
        }

        return -1;
    }

    // A leading dollar sign marks the expression of a callback.
    [GeneratedRegex(@"\{([^{}$][^{}]*)\}")]
    private static partial Regex Parameter();
}
