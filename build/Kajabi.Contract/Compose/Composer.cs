using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>From a contract with its overlay to one normalised document, by rules.</summary>
internal static class Composer
{
    /// <param name="contract">The contract after its overlay; defects are repaired in place.</param>
    /// <param name="findings">Takes everything that is wrong.</param>
    /// <returns>The composed document; null when the file is no contract at all or contains names that are rejected.</returns>
    public static JObject? Compose(JObject contract, FindingCollector findings)
    {
        if (Lift(contract, findings) is not { } model)
        {
            return null;
        }

        JObject composed = new DocumentWriter(contract, model, new QueryModelBuilder(contract, model, findings), findings).Write();
        ComposedChecker.Check(composed, contract["paths"]!, findings);
        return findings.Fatal.Count == 0 ? composed : null;
    }

    /// <summary>The decisions alone, for checks that ask what the contract says of a type.</summary>
    /// <param name="contract">The contract after its overlay; defects are repaired in place.</param>
    /// <param name="findings">Takes everything that is wrong.</param>
    /// <returns>What was decided; null when the file is no contract at all or contains names that are rejected.</returns>
    public static ComposedModel? Lift(JObject contract, FindingCollector findings)
    {
        new ContractRepairer(contract, findings).Check();
        if (contract["paths"] is not JObject)
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
        resources.AddKnown();
        resources.LiftTypedSchemas();
        new OperationModelBuilder(contract, model, resources, findings).LiftAll();
        ConvenienceMethodBuilder lightBodies = new(contract, model);
        model.Operations.ForEach(operation => operation.LightBody = lightBodies.Lift(operation));
        new QueryModelBuilder(contract, model, findings).LiftAll();
        NameChecker.Check(contract, model, findings);
        return model;
    }
}
