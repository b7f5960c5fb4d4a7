using Kajabi.Composer.Model;
using Kajabi.Composer.Overlay;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.Pipeline;

/// <summary>An OpenAPI document after the overlay and the repairs, with its composed model.</summary>
/// <param name="Root">The document.</param>
/// <param name="Model">The model.</param>
internal sealed record ComposedContract(JObject Root, ComposedModel Model)
{
    /// <summary>Reads a document leniently. Defects are reported by <c>lint</c>.</summary>
    /// <exception cref="UnreadableFileException">A file cannot be read, or is not an OpenAPI document.</exception>
    public static ComposedContract Load(string contractPath, string? overlayPath)
    {
        SourceFile contract = SourceFile.Load(contractPath);
        FindingCollector findings = new(contractPath, isLenient: true);
        if (overlayPath is not null)
        {
            new OverlayApplier(SourceFile.Load(overlayPath), findings).ApplyTo(contract.Root);
        }

        ComposedModel? model = ContractComposer.BuildModel(contract.Root, findings);
        UnreadableFileException.ThrowIfRejected(findings);
        UnreadableFileException.ThrowIfNotOpenApi(findings);
        return new ComposedContract(contract.Root, model!);
    }
}
