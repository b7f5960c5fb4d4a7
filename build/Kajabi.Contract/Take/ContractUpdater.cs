using Kajabi.Contract.Compose;
using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reading;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Take;

/// <summary>Makes our contract follow a version of the vendor's: its structure, repaired where it is wrong by itself, in our words.</summary>
internal static class ContractUpdater
{
    /// <param name="ours">Our contract as it stands.</param>
    /// <param name="vendor">The vendor's version.</param>
    /// <returns>The text of our contract to be, and the places that have no words yet.</returns>
    /// <exception cref="UnreadableFileException">The vendor's file is no OpenAPI document.</exception>
    public static (string Text, IReadOnlyList<ContractLocation> Silent) Take(SourceFile ours, SourceFile vendor)
    {
        FindingCollector repaired = new(vendor.Path, isLenient: true);
        JObject structure = (JObject)vendor.Root.DeepClone();
        new ContractRepairer(structure, repaired).Check();
        if (repaired.All.Any(static finding => finding.Rule == Rule.NotOpenApi))
        {
            throw new UnreadableFileException(
                vendor.Path,
                1,
                1,
                $"The file says no `openapi: 3.x` or has no `paths`. {Rule.NotOpenApi.Remedy}"
            );
        }

        new ContractNameChecker(structure, repaired).Check();
        UnreadableFileException.ThrowIfRejected(repaired);
        Words words = new();
        JObject joined = words.PutInto(structure, ours.Root);
        if (ours.Root["info"] is JObject info)
        {
            // Who is asked about the file is ours to say; which version it follows is not.
            joined["info"] = new JObject(info) { ["version"] = structure["info"]?["version"] };
        }

        return (ContractYaml.Write(joined, Comment(ours.Path)), [.. words.Silent.Select(ContractLocation.Of)]);
    }

    /// <summary>The comment at the head of our contract, which says what the file is.</summary>
    private static string Comment(string path) =>
        string.Concat(File.ReadLines(path).TakeWhile(static line => line.StartsWith('#')).Select(static line => line + "\n"));
}
