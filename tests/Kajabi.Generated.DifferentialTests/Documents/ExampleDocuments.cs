namespace Kajabi.Tests.Documents;

/// <summary>The vendor's examples, malformed ones included.</summary>
internal static class ExampleDocuments
{
    public static IEnumerable<DocumentCase> Read(string referenceFolder)
    {
        string folder = Path.Combine(referenceFolder, "examples");
        return Directory
            .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => CandidateTypes.CreateCases(Path.GetRelativePath(folder, file), File.ReadAllBytes(file)));
    }
}
