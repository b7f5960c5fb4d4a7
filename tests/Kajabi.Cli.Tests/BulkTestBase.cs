using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>A folder with the targets and the report of a change of many.</summary>
public abstract class BulkTestBase : IDisposable
{
    /// <summary>A response without tags or offers.</summary>
    private protected const string EmptyList = """{"data":[]}""";

    private protected TemporaryFolder Folder { get; } = new();

    /// <summary>The path of the report.</summary>
    private protected string Report => Folder.File("report.ndjson");

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the file with the targets.</summary>
    /// <returns>Its path.</returns>
    private protected string Write(string csv)
    {
        string path = Folder.File("targets.csv");
        File.WriteAllText(path, csv);
        return path;
    }

    /// <summary>Returns the lines of the report after the first one, which is the command.</summary>
    private protected IEnumerable<JObject> ReadReport() => File.ReadAllLines(Report).Skip(1).Select(JObject.Parse);
}
