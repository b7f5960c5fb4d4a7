using Kajabi.Composer.Validation;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Update;

/// <summary>Updates our OpenAPI document to a new vendor version: the vendor's repaired structure with our descriptions.</summary>
internal static class ContractUpdater
{
    /// <param name="ours">Our current document.</param>
    /// <param name="vendor">The vendor's document.</param>
    /// <returns>The text of our new document, and the locations without a description.</returns>
    /// <exception cref="UnreadableFileException">The vendor's file is not an OpenAPI document.</exception>
    public static (string Text, IReadOnlyList<FindingLocation> Undescribed) Update(SourceFile ours, SourceFile vendor)
    {
        FindingCollector repaired = new(vendor.Path, isLenient: true);
        JObject structure = (JObject)vendor.Root.DeepClone();
        new ContractRepairer(structure, repaired).Repair();
        UnreadableFileException.ThrowIfNotOpenApi(repaired);
        new ContractNameChecker(structure, repaired).Check();
        UnreadableFileException.ThrowIfRejected(repaired);
        DescriptionMerger merger = new();
        JObject merged = merger.Merge(structure, ours.Root);
        if (ours.Root["info"] is JObject info)
        {
            // `info` stays ours except for the version.
            merged["info"] = new JObject(info) { ["version"] = structure["info"]?["version"] };
        }

        return (ContractYaml.Write(merged, Comment(ours.Path)), [.. merger.Undescribed.Select(FindingLocation.From)]);
    }

    /// <summary>Returns the comment at the start of our document.</summary>
    private static string Comment(string path) =>
        string.Concat(File.ReadLines(path).TakeWhile(static line => line.StartsWith('#')).Select(static line => line + "\n"));
}
