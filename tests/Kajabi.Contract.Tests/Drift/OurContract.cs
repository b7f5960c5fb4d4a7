using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Loads the OpenAPI document of the repository as a tree that tests can edit.</summary>
internal static class OurContract
{
    private static readonly Lazy<JObject> s_root = new(static () =>
        SourceFile.Load(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml")).Root
    );

    public static JObject Copy(Action<JObject>? edit = null)
    {
        JObject copy = (JObject)s_root.Value.DeepClone();
        edit?.Invoke(copy);
        return copy;
    }

    public static DriftReport Compare(JObject before, JObject after) =>
        DriftComparison.Compare(new SourceFile("base.yaml", before), new SourceFile("revision.yaml", after));
}
