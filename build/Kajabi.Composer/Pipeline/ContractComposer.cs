using Kajabi.Composer.Model;
using Kajabi.Composer.Output;
using Kajabi.Composer.Validation;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Pipeline;

/// <summary>Composes the normalized document from which the SDK is generated.</summary>
internal static class ContractComposer
{
    /// <param name="contract">The OpenAPI document after its overlay. Defects are repaired in place.</param>
    /// <param name="findings">Collects the defects.</param>
    /// <returns>The composed document; null if the file is not an OpenAPI document or contains rejected names.</returns>
    public static JObject? Compose(JObject contract, FindingCollector findings)
    {
        if (BuildModel(contract, findings) is not { } model)
        {
            return null;
        }

        JObject composed = new DocumentWriter(contract, model, new QueryModelBuilder(contract, model, findings), findings).Write();
        ComposedChecker.Check(composed, contract["paths"]!, findings);
        return findings.Fatal.Count == 0 ? composed : null;
    }

    /// <summary>Builds the model only, for checks that need the declarations of a type.</summary>
    /// <param name="contract">The OpenAPI document after its overlay. Defects are repaired in place.</param>
    /// <param name="findings">Collects the defects.</param>
    /// <returns>The model; null if the file is not an OpenAPI document or contains rejected names.</returns>
    public static ComposedModel? BuildModel(JObject contract, FindingCollector findings)
    {
        if (!new ContractRepairer(contract, findings).Repair())
        {
            return null;
        }

        new ContractNameChecker(contract, findings).Check();
        if (findings.Fatal.Count > 0)
        {
            return null;
        }

        ComposedModel model = new();
        ResourceModelBuilder resources = new(contract, model, findings);
        OperationModelBuilder operations = new(contract, model, resources, findings);
        operations.ReserveAreas();
        resources.AddKnown();
        resources.BuildTypedSchemas();
        operations.BuildAll();
        new QueryModelBuilder(contract, model, findings).BuildAll();
        NameChecker.Check(contract, model, findings);

        // Last, because it refers to the queries and to the relationships that have a name.
        ConvenienceMethodBuilder convenienceMethods = new(contract, model);
        model.Operations.ForEach(operation => operation.FlattenedBody = convenienceMethods.Build(operation));
        return model;
    }
}
