using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Tests.Impact;

/// <summary>The impact of changes of the OpenAPI document on the types and members of the SDK.</summary>
public sealed class ImpactTests : IDisposable
{
    private const string Contract = """
        openapi: 3.1.1
        info: { title: t, version: '1' }
        paths:
          /v1/things:
            get:
              tags: [Things]
              parameters: [{ name: 'filter[a]', in: query, schema: { type: string } },
                { name: 'page[number]', in: query, schema: { type: integer } }]
              responses:
                '200':
                  description: d
                  content:
                    application/vnd.api+json:
                      schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/thing' } } } }
          /v1/things/{id}:
            get:
              tags: [Things]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200':
                  description: d
                  content:
                    application/vnd.api+json: { schema: { type: object, properties: { data: { $ref: '#/components/schemas/thing' } } } }
            delete:
              tags: [Things]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: d } }
        components:
          schemas:
            thing:
              type: object
              properties:
                type: { type: string, enum: [things] }
                attributes:
                  type: object
                  properties:
                    name: { type: string }
                    size: { type: integer }
                    made_at: { type: string, format: date-time, readOnly: true }
                    state: { type: string, enum: [open, closed] }
                relationships:
                  type: object
                  properties:
                    owner: { type: object, x-relationship: { type: people } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-impact-").FullName;

    /// <summary>Gets a text, its replacement, and the expected rule, member and version bump of the change and its reverse.</summary>
    public static TheoryData<string, string, string, string, string, string> Changes =>
        new()
        {
            {
                "name: { type: string }",
                "name: { type: string }\n            email: { type: string }",
                "KC0204 ThingAttributes.Email",
                "minor",
                "KC0203 ThingAttributes.Email",
                "major"
            },
            {
                "size: { type: integer }",
                "size: { type: number }",
                "KC0205 ThingAttributes.Size",
                "major",
                "KC0205 ThingAttributes.Size",
                "major"
            },
            {
                "size: { type: integer }",
                "size: { type: integer, deprecated: true }",
                "KC0207 ThingAttributes.Size",
                "minor",
                "KC0206 ThingAttributes.Size",
                "minor"
            },
            { "readOnly: true", "readOnly: false", "KC0206 ThingAttributes.MadeAt", "minor", "KC0205 ThingAttributes.MadeAt", "major" },
            { "[open, closed]", "[open, closed, lost]", "KC0204 ThingState.Lost", "minor", "KC0203 ThingState.Lost", "major" },
            {
                "{ name: 'filter[a]', in: query",
                "{ name: 'filter[b]', in: query, schema: { type: string }, required: true }, { name: 'filter[a]', in: query",
                "KC0208 ListThingsQuery.B",
                "major",
                "KC0203 ListThingsQuery.B",
                "major"
            },
            {
                "owner: { type: object, x",
                "owner: { type: object, deprecated: true, x",
                "KC0207 ThingRelationships.Owner",
                "minor",
                "KC0206 ThingRelationships.Owner",
                "minor"
            },
            {
                "{ type: people }",
                "{ type: people, many: true }",
                "KC0205 ThingRelationships.Owner",
                "major",
                "KC0205 ThingRelationships.Owner",
                "major"
            },
            {
                "responses: { '204': { description: d } }",
                "x-operation-name: DropThing\n      responses: { '204': { description: d } }",
                "KC0203 IThingsApi.DeleteThingAsync",
                "major",
                "KC0203 IThingsApi.DropThingAsync",
                "major"
            },
            {
                "tags: [Things]\n      parameters: [{ name: id",
                "tags: [Things]\n      parameters: [{ name: 'filter[a]', in: query, schema: { type: string } }, { name: id",
                "KC0205 IThingsApi.GetThingAsync",
                "major",
                "KC0205 IThingsApi.GetThingAsync",
                "major"
            },
            { "description: d", "description: another text", "", "patch", "", "patch" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_and_its_reverse_are_reported_by_member_with_the_version_bump(
        string before,
        string after,
        string expected,
        string bump,
        string expectedReverse,
        string bumpReverse
    )
    {
        Assert.Contains(before, Contract, StringComparison.Ordinal);
        string changed = Contract.Replace(before, after, StringComparison.Ordinal);

        AssertImpact(Contract, changed, expected, bump);
        AssertImpact(changed, Contract, expectedReverse, bumpReverse);
    }

    [Fact]
    public void A_new_operation_adds_its_method_and_types()
    {
        string changed = Contract
            .Replace(
                "components:",
                """
                  /v1/people:
                    get:
                      tags: [People]
                      responses:
                        '200':
                          description: d
                          content:
                            application/vnd.api+json:
                              schema:
                                type: object
                                properties: { data: { type: array, items: { $ref: '#/components/schemas/person' } } }
                components:
                """,
                StringComparison.Ordinal
            )
            .Replace(
                "  schemas:",
                """
                  schemas:
                    person: { type: object, properties: { attributes: { type: object, properties: { age: { type: integer } } } } }
                """,
                StringComparison.Ordinal
            );

        (string[] findings, JObject report) = Impact(Contract, changed);

        Assert.Equal("minor", (string?)report["verdict"]);
        Assert.Equal(
            [
                "KC0202 IPeopleApi",
                "KC0202 PeopleCollection",
                "KC0204 IKajabiClient.People",
                "KC0204 KajabiClient.People",
                "KC0204 PeopleAttributes.Age",
            ],
            findings
        );
        Assert.Contains("`IPeopleApi`: `interface IPeopleApi`", (string?)report["changelog"], StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_is_a_changelog_fragment_that_starts_with_the_version_bump()
    {
        using StringWriter output = new();
        Run(
            Contract,
            Contract.Replace("name: { type: string }", "title: { type: string }", StringComparison.Ordinal),
            ReportFormat.Markdown,
            output
        );

        string text = output.ToString();
        Assert.Contains("Version: major. Existing code may no longer compile: `ThingAttributes.Name`.", text, StringComparison.Ordinal);
        Assert.Contains("### Removed\n\n- `ThingAttributes.Name`: `string? Name { get; set; }`\n", text, StringComparison.Ordinal);
        Assert.Contains("### Added\n\n- `ThingAttributes.Title`: `string? Title { get; set; }`\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_finding_of_a_method_contains_its_operation()
    {
        (_, JObject report) = Impact(
            Contract,
            Contract.Replace("responses: { '204'", "x-operation-name: DropThing\n      responses: { '204'", StringComparison.Ordinal)
        );

        Assert.All(report["findings"]!, finding => Assert.Equal("DELETE /v1/things/{id}", (string?)finding["operation"]));
    }

    [Fact]
    public void Handwritten_code_that_a_build_leaves_out_is_reported_as_removed_and_its_return_as_added()
    {
        string folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");
        JObject contract = SourceFile.Load(Path.Combine(folder, "openapi.yaml")).Root;
        string ours = contract.ToString();
        ((JObject)contract["paths"]!["/v1/contacts"]!).Remove("post");

        (string[] findings, JObject report) = Impact(ours, contract.ToString(), Path.Combine(folder, "overlay.yaml"));
        (string[] reverse, _) = Impact(contract.ToString(), ours, Path.Combine(folder, "overlay.yaml"));

        Assert.Equal(
            [
                "KC0027 ContactsApiExtensions.SaveContactByEmailAsync",
                "KC0203 ContactsApiExtensions.CreateContactAsync",
                "KC0203 IContactsApi.CreateContactAsync",
            ],
            findings
        );
        Assert.Equal(findings.Select(static finding => "KC0204" + finding["KC0000".Length..]).Order(StringComparer.Ordinal), reverse);
        Assert.Equal("major", (string?)report["verdict"]);
        JToken leftOut = report["findings"]!.Single(static finding => (string?)finding["id"] == "KC0027");
        Assert.Equal("breaking", (string?)leftOut["severity"]);
        Assert.StartsWith(
            "`ContactsApiExtensions.SaveContactByEmailAsync` is left out, because it needs `ContactsApiExtensions.CreateContactAsync`, ",
            (string?)leftOut["message"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "- `ContactsApiExtensions.SaveContactByEmailAsync`: `Task<ContactDocument> SaveContactByEmailAsync(this IContactsApi api, ",
            ((string?)report["changelog"])!.Split("### ")[1],
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public void The_update_from_1_0_1_to_1_1_0_removes_two_filters_and_adds_sixteen_members()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        using StringWriter output = new();
        string vendor = Path.Combine(ReferenceFolder.Path, "vendor");
        string overlay = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "overlay.yaml");

        int exitCode = ImpactCommand.Run(
            Path.Combine(vendor, "openapi-1.0.1.yaml"),
            Path.Combine(vendor, "openapi-1.1.0.yaml"),
            overlay,
            overlay,
            new ReportSettings(ReportFormat.Json, null, FailOn.Breaking, null),
            output,
            TextWriter.Null
        );

        JObject report = JObject.Parse(output.ToString());
        Assert.Equal((1, "major"), (exitCode, (string?)report["verdict"]));
        Assert.Equal(
            [
                "KC0203 ListContactsQuery.IsSuppressed",
                "KC0203 ListCustomersQuery.IsSuppressed",
                "KC0204 ListContactsQuery.HasActiveProductId",
                "KC0204 ListContactsQuery.HasNoProductId",
                "KC0204 ListContactsQuery.HasProductId",
                "KC0204 ListContactsQuery.PreviouslyOwnedProductId",
                "KC0204 ListCustomersQuery.HasActiveProductId",
                "KC0204 ListCustomersQuery.HasNoProductId",
                "KC0204 ListCustomersQuery.HasProductId",
                "KC0204 ListCustomersQuery.PreviouslyOwnedProductId",
                "KC0204 ListProductsQuery.ExcludeProductTypes",
                "KC0204 PaymentSucceededEvent.PurchaseIds",
                "KC0204 Transaction.Purchases",
                "KC0204 TransactionField.Purchases",
                "KC0204 TransactionFieldsets.Purchases",
                "KC0204 TransactionRelationships.Purchases",
                "KC0204 TransactionsApiExtensions.GetPaymentContentsAsync",
                "KC0204 TransactionsApiExtensions.GetPaymentContentsByIdAsync",
            ],
            Findings(report)
        );
    }

    [Fact]
    public void An_invalid_file_has_no_report()
    {
        using StringWriter output = new();

        Assert.Equal(3, Run(Contract, "a: [", ReportFormat.Json, output));
        Assert.Empty(output.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Findings(JObject report) =>
        [.. report["findings"]!.Select(finding => $"{finding["id"]} {finding["location"]}").Order(StringComparer.Ordinal)];

    private void AssertImpact(string before, string after, string expected, string bump)
    {
        (string[] findings, JObject report) = Impact(before, after);
        Assert.Equal(bump, (string?)report["verdict"]);
        if (expected.Length == 0)
        {
            Assert.Empty(findings);
        }
        else
        {
            Assert.Contains(expected, findings);
        }
    }

    private (string[] Findings, JObject Report) Impact(string before, string after, string? overlayPath = null)
    {
        using StringWriter output = new();
        Assert.Equal(0, Run(before, after, ReportFormat.Json, output, overlayPath));
        JObject report = JObject.Parse(output.ToString());
        return (Findings(report), report);
    }

    private int Run(string before, string after, ReportFormat format, StringWriter output, string? overlayPath = null)
    {
        (string old, string now) = (Path.Combine(_folder, "old.yaml"), Path.Combine(_folder, "new.yaml"));
        File.WriteAllText(old, before);
        File.WriteAllText(now, after);
        return ImpactCommand.Run(
            old,
            now,
            overlayPath,
            overlayPath,
            new ReportSettings(format, null, FailOn.None, null),
            output,
            TextWriter.Null
        );
    }
}
