using System.Text.RegularExpressions;

namespace Kajabi.Build.Tests.Builds;

/// <summary>Compares the text of two public APIs, independently of the OpenAPI documents.</summary>
internal static partial class PublicApiText
{
    /// <summary>Returns a line for each removed, added or changed type or member, such as <c>ContactAttributes.Email removed</c>.</summary>
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
                .Select(name => $"{name} {(old[name].Any() ? now[name].Any() ? "changed" : "removed" : "added")}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Returns the declaration of each type and member, including attributes.</summary>
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
