using System.Text.RegularExpressions;

namespace Kajabi.IntegrationTests.Build;

/// <summary>Compares two public APIs by their text, which knows nothing of contracts.</summary>
internal static partial class ApiText
{
    /// <summary>One line for each type or member that is gone, new or changed, such as <c>ContactAttributes.Email gone</c>.</summary>
    public static List<string> Difference(string before, string after)
    {
        ILookup<string, string> old = Members(before);
        ILookup<string, string> now = Members(after);
        return
        [
            .. old.Concat(now)
                .Select(static group => group.Key)
                .Distinct()
                .Where(name => !old[name].Order(StringComparer.Ordinal).SequenceEqual(now[name].Order(StringComparer.Ordinal)))
                .Select(name => $"{name} {(old[name].Any() ? now[name].Any() ? "changed" : "gone" : "new")}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Each type and member with the text that declares it, attributes included.</summary>
    private static ILookup<string, string> Members(string api)
    {
        List<(string Name, string Text)> members = [];
        string type = string.Empty;
        string attributes = string.Empty;
        foreach (string line in api.Split('\n').Select(static line => line.TrimEnd()))
        {
            int indent = line.Length - line.TrimStart().Length;
            string text = line.Trim();
            if (text.StartsWith('['))
            {
                attributes += text;
            }
            else if (text.Length > 1)
            {
                if (indent == 4)
                {
                    type = TypeName().Match(text).Groups[1].Value;
                }

                members.Add((indent == 4 ? type : $"{type}.{MemberName().Match(text).Groups[1].Value}", attributes + text));
                attributes = string.Empty;
            }
        }

        return members.ToLookup(static member => member.Name, static member => member.Text);
    }

    [GeneratedRegex(@"\b(?:class|interface|struct|enum) (\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(\w+)(?: \{|\(| =|;)")]
    private static partial Regex MemberName();
}
