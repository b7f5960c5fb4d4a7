using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace Kajabi.Tests;

/// <summary>Loads the OpenAPI document of the repository as a tree that tests can edit.</summary>
internal static class OurContract
{
    private static readonly string s_folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");

    private static readonly Lazy<JObject> s_root = new(static () => SourceFile.Load(DocumentPath).Root);

    public static string DocumentPath => Path.Combine(s_folder, "openapi.yaml");

    public static string OverlayPath => Path.Combine(s_folder, "overlay.yaml");

    public static JObject Copy(Action<JObject>? edit = null)
    {
        JObject copy = (JObject)s_root.Value.DeepClone();
        edit?.Invoke(copy);
        return copy;
    }
}
