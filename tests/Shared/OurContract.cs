using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace Kajabi.Tests;

/// <summary>Loads the OpenAPI document of the repository as a tree that tests can edit.</summary>
internal static class OurContract
{
    private static readonly string s_folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");

    private static readonly Lazy<JObject> s_root = new(static () =>
    {
        JObject root = SourceFile.Load(DocumentPath).Root;

        // Set by build/dev mutate, which compares the document a million times.
        if (Environment.GetEnvironmentVariable("KAJABI_TESTED_PATHS") is { } paths)
        {
            KeepPaths(root, paths.Split(' '));
        }

        return root;
    });

    public static string DocumentPath => Path.Combine(s_folder, "openapi.yaml");

    public static string OverlayPath => Path.Combine(s_folder, "overlay.yaml");

    public static JObject Copy(Action<JObject>? edit = null)
    {
        JObject copy = (JObject)s_root.Value.DeepClone();
        edit?.Invoke(copy);
        return copy;
    }

    /// <summary>Removes the other paths, and the schemas that are used by them only.</summary>
    private static void KeepPaths(JObject root, string[] paths)
    {
        foreach (JProperty path in root["paths"]!.Children<JProperty>().Where(path => !paths.Contains(path.Name)).ToList())
        {
            path.Remove();
        }

        List<JProperty> unused;
        do
        {
            HashSet<string> used = [.. root.SelectTokens("$..['$ref']").Select(static reference => ((string)reference!).Split('/')[^1])];
            unused = [.. root["components"]!["schemas"]!.Children<JProperty>().Where(schema => !used.Contains(schema.Name))];
            unused.ForEach(static schema => schema.Remove());
        } while (unused.Count > 0);
    }
}
