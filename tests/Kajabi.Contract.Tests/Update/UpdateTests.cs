using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Update;

/// <summary><c>update</c> applies the vendor's structure and keeps our descriptions.</summary>
public sealed class UpdateTests : IDisposable
{
    private const string Ours = """
        # The start of our file,
        # in two lines.
        openapi: 3.1.1
        info:
          title: Ours
          version: 1.0.0
          description: |-
            A text
            of two lines.
        paths:
          /v1/things:
            get:
              description: 'Ours: the list.'
              tags:
                - Things
              parameters:
                - name: sort
                  in: query
                  description: Our order.
                  schema:
                    type: string
                - name: removed
                  in: query
                  description: Our removed parameter.
                  schema:
                    type: string
              responses:
                '204':
                  description: Our empty response.
        components:
          schemas:
            thing:
              type: object
              properties:
                description:
                  type: string
                  description: Our description of the description.

        """;

    private const string Vendor = """
        x-tooling: { a: 1 }
        info: { title: Theirs, description: theirs, version: 2.0.0 }
        openapi: 3.1.1
        components:
          schemas:
            thing:
              properties:
                description: { description: theirs, type: [string, 'null'] }
                size: { type: integer, description: theirs, example: 3 }
              type: object
        paths:
          /v1/things:
            get:
              summary: theirs
              description: theirs
              tags: [Things]
              parameters:
                - { name: new, in: query, description: theirs, schema: { type: string, enum: ['no', '1', 'a: b'] } }
                - { name: sort, in: query, description: theirs, schema: { type: string } }
                - { name: sort, in: query, schema: { type: integer } }
              responses: { '204': { description: theirs }, '404': { description: theirs } }
        """;

    private const string Updated = """
        # The start of our file,
        # in two lines.
        openapi: 3.1.1
        info:
          title: Ours
          version: 2.0.0
          description: |-
            A text
            of two lines.
        paths:
          /v1/things:
            get:
              description: 'Ours: the list.'
              tags:
                - Things
              parameters:
                - name: sort
                  in: query
                  description: Our order.
                  schema:
                    type: string
                - name: new
                  in: query
                  schema:
                    type: string
                    enum:
                      - 'no'
                      - '1'
                      - 'a: b'
              responses:
                '204':
                  description: Our empty response.
                '404': {}
        components:
          schemas:
            thing:
              type: object
              properties:
                description:
                  type:
                    - string
                    - 'null'
                  description: Our description of the description.
                size:
                  type: integer

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-update-").FullName;

    private string ContractPath => Path.Combine(_folder, "openapi.yaml");

    private string VendorPath => Path.Combine(_folder, "vendor.yaml");

    [Fact]
    public void The_structure_is_the_vendors_and_the_descriptions_are_ours()
    {
        (int exitCode, JObject report) = Update(Vendor);

        Assert.Equal(0, exitCode);
        Assert.Equal(Updated, File.ReadAllText(ContractPath));
        Assert.Equal(
            ["/components/schemas/thing/properties/size", "GET /v1/things/parameters/query new", "GET /v1/things/responses/404"],
            report["defects"]!
                .Where(defect => (string?)defect["id"] == "KC0401")
                .Select(defect => $"{defect["operation"]}{defect["location"]}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_impact_on_users_is_reported()
    {
        (_, JObject report) = Update(Vendor);

        Assert.Equal("major", (string?)report["verdict"]);
        Assert.Contains(report["findings"]!, finding => (string?)finding["location"] == "ListThingsQuery.Removed");
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("swagger: '2.0'\npaths: {}")]
    public void An_invalid_file_does_not_change_our_document(string vendor)
    {
        (int exitCode, _) = Update(vendor);

        Assert.Equal(3, exitCode);
        Assert.Equal(Ours, File.ReadAllText(ContractPath));
    }

    [Fact]
    public void Our_document_is_unchanged_by_an_update_to_itself()
    {
        string ours = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml"));

        (int exitCode, JObject report) = Update(ours, ours);

        Assert.Equal((0, "patch"), (exitCode, (string?)report["verdict"]));
        Assert.Equal(ours, File.ReadAllText(ContractPath));
    }

    [SkippableFact]
    public void Our_document_is_unchanged_by_an_update_to_the_vendors_file_of_the_same_version()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string ours = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml"));

        Update(File.ReadAllText(Path.Combine(ReferenceFolder.Path, "vendor", "openapi-1.1.0.yaml")), ours);

        Assert.Equal(ours, File.ReadAllText(ContractPath));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int ExitCode, JObject Report) Update(string vendor, string ours = Ours)
    {
        File.WriteAllText(ContractPath, ours);
        File.WriteAllText(VendorPath, vendor);
        using StringWriter output = new();
        int exitCode = UpdateCommand.Run(
            VendorPath,
            ContractPath,
            null,
            new ReportSettings(ReportFormat.Json, null, FailOn.None, null),
            output,
            TextWriter.Null
        );
        return (exitCode, exitCode == ExitCode.Unreadable ? [] : JObject.Parse(output.ToString()));
    }
}
