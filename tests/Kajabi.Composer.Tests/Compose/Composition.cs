using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Naming;
using Kajabi.Composer.Output;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>Runs <c>compose</c> with the document and the overlay of a test.</summary>
internal sealed class Composition : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-compose-").FullName;

    private string OutputPath => Path.Combine(_folder, "openapi.json");

    public int ExitCode { get; private set; }

    public IReadOnlyList<string> Findings { get; private set; } = [];

    public string? Output => File.Exists(OutputPath) ? File.ReadAllText(OutputPath) : null;

    public JObject Document => JObject.Parse(Output!);

    public static Composition Create(string contract, string? overlay = null, bool isLenient = false)
    {
        Composition composition = new();
        File.WriteAllText(Path.Combine(composition._folder, "contract.yaml"), contract);
        string? overlayPath = overlay is null ? null : Path.Combine(composition._folder, "overlay.yaml");
        if (overlayPath is not null)
        {
            File.WriteAllText(overlayPath, overlay);
        }

        return composition.Run(Path.Combine(composition._folder, "contract.yaml"), overlayPath, isLenient);
    }

    public static Composition FromFiles(string contract, string? overlay, bool isLenient = false) =>
        new Composition().Run(contract, overlay, isLenient);

    public IEnumerable<JObject> Operations() =>
        Document["paths"]!
            .Children<JProperty>()
            .SelectMany(path => path.Value.Children<JProperty>())
            .Select(operation => (JObject)operation.Value);

    public JObject Schema(string name) => (JObject)Document["components"]!["schemas"]![name]!;

    /// <summary>Returns the members of the class of a schema.</summary>
    public IEnumerable<JToken> Members(string schema) => Schema(schema)[CSharpExtension.Keyword]!["members"]!;

    /// <summary>Returns the member of a class for a name in JSON.</summary>
    public JToken Member(string schema, string apiName) =>
        Members(schema).Single(member => (string?)member["literal"] == CSharpLiteral.From(apiName));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Composition Run(string contract, string? overlay, bool isLenient)
    {
        using StringWriter errors = new();
        ExitCode = ComposeCommand.Run(contract, overlay, OutputPath, isLenient, errors);
        Findings = errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        return this;
    }
}
