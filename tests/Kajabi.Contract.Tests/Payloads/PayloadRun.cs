using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Payloads;

/// <summary>Runs <c>payloads</c> on the documents of a test.</summary>
internal sealed class PayloadRun : IDisposable
{
    public const string Contract = """
        openapi: 3.1.1
        info: { title: t, version: '1' }
        paths:
          /v1/things:
            get:
              tags: [Things]
              responses:
                '200': { description: d, content: { application/vnd.api+json: { schema: { type: object, properties: { data:
                  { type: array, items: { $ref: '#/components/schemas/thing' } } } } } } }
            post:
              tags: [Things]
              requestBody: { content: { application/vnd.api+json: { schema: { type: object, properties: { data:
                { type: object, required: [type, attributes], properties: { type:
                  { type: string, enum: [things] }, attributes: { $ref: '#/components/schemas/thing_attributes' } } } } } } } }
              responses:
                '201': { description: d, content: { application/vnd.api+json: { schema: { type: object, properties: { data:
                  { $ref: '#/components/schemas/thing' } } } } } }
                '422': { description: d }
          /v1/things/{id}:
            get:
              tags: [Things]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: d, content: { application/vnd.api+json: { schema: { type: object, properties: { data:
                  { $ref: '#/components/schemas/thing' } } } } } }
            delete:
              tags: [Things]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: d } }
          /v1/things/{id}/relationships/parts:
            get:
              tags: [Things]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: d, content: { application/vnd.api+json: { schema: { type: object, properties: { data:
                  { type: array, items: { type: object } } } } } } }
          /v1/samples:
            get:
              tags: [Things]
              responses:
                '200': { description: d, content: { application/vnd.api+json: { schema: { type: array, items:
                  { $ref: '#/components/schemas/thing' } } } } }
        components:
          x-resources:
            people: { description: People. }
          schemas:
            thing_attributes:
              type: object
              required: [name]
              properties:
                name: { type: string }
                size: { type: integer }
                weight: { type: number }
                note: { type: [string, 'null'] }
                old_note: { type: string, nullable: true }
                state: { type: string, enum: [open, closed] }
                codes: { type: array, items: { type: string } }
                place: { type: object, required: [city], properties: { city: { type: string } } }
                anything: {}
                bag: { type: object }
                type: { type: string }
                required: { type: boolean }
            thing:
              type: object
              properties:
                type: { type: string, enum: [things] }
                attributes: { $ref: '#/components/schemas/thing_attributes' }
                relationships:
                  type: object
                  properties:
                    owner: { type: object, x-relationship: { type: people } }
                    parts: { type: object, x-relationship: { type: things, many: true } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-payloads-").FullName;

    public PayloadRun()
    {
        File.WriteAllText(ContractPath, Contract);
    }

    public string Documents => Path.Combine(_folder, "recorded");

    public string Suggested => Path.Combine(_folder, "suggested.yaml");

    private string ContractPath => Path.Combine(_folder, "contract.yaml");

    public PayloadRun ReplaceInContract(string part, string replacement)
    {
        File.WriteAllText(ContractPath, Contract.Replace(part, replacement, StringComparison.Ordinal));
        return this;
    }

    public PayloadRun With(string name, string text)
    {
        string path = Path.Combine(Documents, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public (int ExitCode, JObject Report, string Errors) Run(string? overlay = null, string? documents = null) =>
        RunOn(documents ?? Documents, ContractPath, overlay, Suggested);

    public static (int ExitCode, JObject Report, string Errors) RunOn(string documents, string contract, string? overlay, string? suggested)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        int exitCode = PayloadsCommand.Run(
            documents,
            contract,
            overlay,
            suggested,
            new ReportSettings(ReportFormat.Json, null, FailOn.Any, null),
            output,
            errors
        );
        return (exitCode, exitCode == ExitCode.Unreadable ? [] : JObject.Parse(output.ToString()), errors.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
