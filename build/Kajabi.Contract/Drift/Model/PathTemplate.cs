using System.Text.RegularExpressions;

namespace Kajabi.Contract.Drift.Model;

/// <summary>A path whose parameters are told apart by their place, for their names never travel.</summary>
internal sealed partial record PathTemplate
{
    public PathTemplate(string path)
    {
        Text = path;
        Names = [.. Parameter().Matches(path).Select(static match => match.Groups[1].Value)];
        Key = Parameter().Replace(path, "{}");
    }

    /// <summary>The path as it is written.</summary>
    public string Text { get; }

    /// <summary>The names of its parameters, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The path without the names.</summary>
    public string Key { get; }

    public IReadOnlyList<string> Segments => Key.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The place of a parameter; -1 when the path does not hold it.</summary>
    public int PlaceOf(string name)
    {
        for (int place = 0; place < Names.Count; place++)
        {
            if (Names[place] == name)
            {
                return place;
            }
        }

        return -1;
    }

    // What begins with a dollar sign is the expression of a callback.
    [GeneratedRegex(@"\{([^{}$][^{}]*)\}")]
    private static partial Regex Parameter();
}
