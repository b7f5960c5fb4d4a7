using Kajabi.Composer.Overlay;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>Applies an overlay without composing the document.</summary>
internal static class OverlayRun
{
    public static JObject Apply(string contract, string overlay)
    {
        (JObject root, IReadOnlyList<Finding> findings) = Run(contract, overlay);
        Assert.Empty(findings);
        return root;
    }

    public static (JObject Root, IReadOnlyList<Finding> Findings) Run(string contract, string overlay)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kajabi-overlay-");
        string contractPath = Path.Combine(folder.FullName, "contract.yaml");
        string overlayPath = Path.Combine(folder.FullName, "overlay.yaml");
        File.WriteAllText(contractPath, contract);
        File.WriteAllText(overlayPath, overlay);
        JObject root = SourceFile.Load(contractPath).Root;
        FindingCollector findings = new(contractPath, isLenient: false);
        new OverlayApplier(SourceFile.Load(overlayPath), findings).ApplyTo(root);
        folder.Delete(recursive: true);
        return (root, findings.All);
    }
}
