using Kajabi.Contract.Compose;
using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Overlay;
using Kajabi.Contract.Reading;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Commands;

/// <summary>A contract after its overlay and its repairs, with what the composer made of it.</summary>
/// <param name="Root">The contract.</param>
/// <param name="Model">What the composer made of it.</param>
internal sealed record ComposedContract(JObject Root, ComposedModel Model)
{
    /// <summary>Reads it leniently: what is wrong with it, <c>lint</c> tells.</summary>
    /// <exception cref="UnreadableFileException">A file cannot be read, or is no OpenAPI document.</exception>
    public static ComposedContract Load(string contractPath, string? overlayPath)
    {
        SourceFile contract = SourceFile.Load(contractPath);
        FindingCollector findings = new(contractPath, isLenient: true);
        if (overlayPath is not null)
        {
            new OverlayApplier(SourceFile.Load(overlayPath), findings).ApplyTo(contract.Root);
        }

        ComposedModel? model = Composer.Lift(contract.Root, findings);
        UnreadableFileException.ThrowIfRejected(findings);
        return model is null || findings.All.Any(static finding => finding.Rule == Rule.NotOpenApi)
            ? throw new UnreadableFileException(
                contractPath,
                1,
                1,
                $"The file says no `openapi: 3.x` or has no `paths`. {Rule.NotOpenApi.Remedy}"
            )
            : new ComposedContract(contract.Root, model);
    }
}
