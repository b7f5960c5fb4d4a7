using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests.Examples;

/// <summary>The examples of the README and of the doc comments.</summary>
internal static class CompareDocuments
{
    public static void PrintChanges()
    {
        #region Print the changes
        SourceFile older = SourceFile.Load("openapi-1.0.yaml");
        SourceFile newer = SourceFile.Load("openapi-1.1.yaml");
        DriftReport report = DriftComparison.Compare(older, newer);
        foreach (Finding finding in report.Findings)
        {
            Console.WriteLine($"{finding.Severity} {finding.Rule.Id}: {finding.Location.Operation} {finding.Location.Path}");
        }
        #endregion
    }

    public static async Task<bool> IsCompatibleAsync(HttpClient http, Uri published, string ours, CancellationToken cancellationToken)
    {
        #region Fail if a published document breaks clients
        await using Stream stream = await http.GetStreamAsync(published, cancellationToken);
        SourceFile revision = await SourceFile.ReadAsync(stream, published.ToString(), cancellationToken);
        DriftOptions options = new() { MaxLocations = 20 };
        DriftReport report = DriftComparison.Compare(SourceFile.Parse(ours, "ours"), revision, options, cancellationToken);
        bool isCompatible = !report.Findings.Any(finding => finding.Severity == Severity.Breaking);
        #endregion
        return isCompatible;
    }

    public static string? FindProblem(string path)
    {
        #region Handle a file that cannot be read
        try
        {
            SourceFile.Load(path);
            return null;
        }
        catch (UnreadableFileException exception)
        {
            Finding cause = exception.Findings[0];
            return $"{cause.Location.Position?.File}, line {cause.Location.Position?.Line}: {cause.Message}";
        }
        #endregion
    }
}
