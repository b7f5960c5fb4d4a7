using System.Runtime.Loader;
using System.Text.RegularExpressions;
using PublicApiGenerator;

namespace Kajabi.Build.Tests.Builds;

/// <summary>Reads the public APIs of assemblies and compares their texts, independently of the OpenAPI documents.</summary>
internal static partial class PublicApiText
{
    /// <summary>Returns the public API of a built assembly, read from a copy so that the next build can overwrite the file.</summary>
    public static string Read(string assembly)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kajabi-api-");
        AssemblyLoadContext context = new(folder.Name, isCollectible: true);
        context.Resolving += static (_, name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        try
        {
            string copy = Path.Combine(folder.FullName, Path.GetFileName(assembly));
            File.Copy(assembly, copy);
            return context.LoadFromAssemblyPath(copy).GeneratePublicApi();
        }
        finally
        {
            context.Unload();
            folder.Delete(recursive: true);
        }
    }

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
                // The type in an attribute has no nullability. The generator takes it from the class, where it depends on the members.
                attributes += text.Replace("?))", "))", StringComparison.Ordinal);
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
