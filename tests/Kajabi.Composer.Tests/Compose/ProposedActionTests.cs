using System.Text.RegularExpressions;
using Kajabi.Composer.Naming;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>The overlay action that the message of a finding proposes removes the finding.</summary>
public sealed partial class ProposedActionTests
{
    private const string Contract = """
        openapi: 3.1.1
        info: { title: t, version: '1' }
        tags: [{ name: Things }]
        paths:
          /v1/things:
            get:
              tags: [Things]
              parameters: [{ name: 'filter[a]', in: query, schema: { type: string, enum: [b] } }]
              security: [{ token: [] }]
              responses:
                '200':
                  description: d
                  headers: { X-Trace: { schema: { type: string } } }
                  content:
                    application/vnd.api+json:
                      schema:
                        type: object
                        properties:
                          data:
                            type: array
                            items:
                              type: object
                              properties:
                                type: { type: string, enum: [things] }
                                attributes:
                                  type: object
                                  properties:
                                    color: { type: string }
          /v1/parts/{part_id}/lines/{part-id}:
            delete:
              tags: [Parts]
              parameters: [{ $ref: '#/components/parameters/part_id' }, { $ref: '#/components/parameters/part-id' }]
              responses: { '204': { description: d } }
          /v1/parts/{part-id}:
            delete:
              tags: [Parts]
              parameters: [{ $ref: '#/components/parameters/part-id' }]
              responses: { '204': { description: d } }
        components:
          parameters:
            part_id: { name: part_id, in: path, required: true, schema: { type: string } }
            part-id: { name: part-id, in: path, required: true, schema: { type: string } }
          securitySchemes: { token: { type: http, scheme: bearer } }
        """;

    private static readonly string s_things =
        Contract[..Contract.IndexOf("  /v1/parts/{part_id}", StringComparison.Ordinal)]
        + Contract[Contract.IndexOf("components:", StringComparison.Ordinal)..];

    /// <summary>Gets the text before a name, the name, and an unsafe one.</summary>
    public static TheoryData<string, string, string> UnsafeNames =>
        new()
        {
            { "", "/v1/things:", "\"/v1/thi\\\"ngs\":" },
            { "name: ", "'filter[a]'", "\"filter[\\\"a\\\"]\"" },
            { "enum: ", "[b]", "[\"b\\nc\"]" },
            { "      tags: ", "[Things]", "[\"Thi\\\\ngs\"]" },
            { "headers: { ", "X-Trace", "\"X\\u202ETrace\"" },
            { "", "application/vnd.api+json:", "\"application/vnd.api+json;\\u2028\":" },
            { "enum: ", "[things]", "[\"things'\"]" },
            { "", "color:", "\"co\\u0085lor\":" },
            { "", "color:", "\"co\\tl##[or\":" },
            { "security: [{ ", "token", "\"to`ken\"" },
            { "securitySchemes: { ", "token", "\"to`ken\"" },
        };

    [Theory]
    [MemberData(nameof(UnsafeNames))]
    public void An_unsafe_name_is_rejected_with_the_action_that_removes_it(string before, string name, string unsafeName)
    {
        Assert.Contains(before + name, s_things, StringComparison.Ordinal);
        string contract = s_things.Replace(before + name, before + unsafeName, StringComparison.Ordinal);
        using Composition rejected = Composition.Create(contract, isLenient: true);

        string finding = Assert.Single(rejected.Findings);
        Assert.Contains("error KC0020", finding, StringComparison.Ordinal);
        using Composition repaired = Composition.Create(contract, Overlay(Action(finding)), isLenient: true);

        Assert.DoesNotContain(repaired.Findings, static one => one.Contains("KC0020", StringComparison.Ordinal));
        Assert.DoesNotContain(repaired.Findings, static one => one.Contains("overlay.yaml", StringComparison.Ordinal));
        Assert.NotNull(repaired.Output);
    }

    [Fact]
    public void A_name_beside_a_reference_names_the_parameter_of_one_operation()
    {
        using Composition rejected = Composition.Create(Contract);

        string finding = Assert.Single(rejected.Findings);
        Assert.Contains("error KC0021", finding, StringComparison.Ordinal);
        using Composition named = Composition.Create(Contract, Overlay(Action(finding)));

        Assert.Empty(named.Findings);
        Assert.Equal(
            ["partId, named", "partId"],
            named
                .Operations()
                .Skip(1)
                .Select(static operation =>
                    string.Join(", ", operation["x-csharp"]!["parameters"]!.Select(static one => (string?)one["name"]))
                )
        );
    }

    [Theory]
    [InlineData(
        "$.components.parameters.kind.schema",
        "/v1/things: { get: { tags: [A], parameters: [{ $ref: '#/components/parameters/kind' }], RESPONSES } }"
    )]
    [InlineData("$.components.pathItems.things.get.parameters[0].schema", "/v1/things: { $ref: '#/components/pathItems/things' }")]
    public void The_target_of_an_action_for_a_shared_element_is_the_element(string target, string path)
    {
        string contract = $$"""
            openapi: 3.1.1
            info: { title: t, version: '1' }
            paths:
              {{path}}
            components:
              parameters: { kind: { name: kind, in: query, schema: { type: string, enum: ['<', a] } } }
              pathItems:
                things: { get: { tags: [A], parameters: [{ name: kind, in: query, schema: { type: string, enum: ['<', a] } }], RESPONSES } }
            """.Replace("RESPONSES", "responses: { '204': { description: d } }", StringComparison.Ordinal);
        using Composition rejected = Composition.Create(contract);

        string finding = Assert.Single(rejected.Findings);
        Assert.Contains("error KC0022", finding, StringComparison.Ordinal);
        Assert.Contains($"{{ target: \"{target}\",", finding, StringComparison.Ordinal);
        using Composition named = Composition.Create(contract, Overlay(Action(finding)));

        Assert.Empty(named.Findings);
    }

    private static string Overlay(string action) => $"overlay: 1.0.0\ninfo: {{ title: t, version: '1' }}\nactions:\n{action}\n";

    private static string Action(string finding) =>
        ActionInMessage().Match(finding).Groups["action"].Value.Replace(ProposedAction.Placeholder, "Named", StringComparison.Ordinal);

    [GeneratedRegex(@"Add to the overlay: (?<action>- \{ .* \})\. [A-Z]")]
    private static partial Regex ActionInMessage();
}
