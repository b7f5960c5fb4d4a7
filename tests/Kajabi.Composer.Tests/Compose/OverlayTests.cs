namespace Kajabi.Composer.Tests.Compose;

public sealed class OverlayTests
{
    private const string Contract = """
        openapi: 3.1.1
        info: { title: t, version: '1' }
        paths:
          /v1/things:
            get:
              tags: [Things]
              parameters: [{ name: 'filter[a]', in: query, schema: { type: string } }]
              responses:
                '200':
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
                                attributes:
                                  type: object
                                  properties:
                                    color: { type: [string, 'null'] }
                                    size: { type: string, nullable: true }
        """;

    [Fact]
    public void An_update_merges_objects_appends_to_lists_and_replaces_scalars_and_a_remove_action_removes()
    {
        using Composition composition = Composition.Create(
            Contract,
            """
            overlay: 1.0.0
            info: { title: t, version: '1' }
            actions:
              - target: $.paths.*.get.parameters
                description: Another filter.
                update: { name: 'filter[b]', in: query, schema: { type: string } }
              - target: $.paths.*.get.parameters[?search(@.name, 'a\\]$')].schema
                description: A number.
                update: { type: integer }
              - target: $..attributes.properties.size
                description: Removed.
                remove: true
              - target: $..attributes.properties
                description: Returned but not declared.
                update: { weight: { type: number } }
            """
        );

        Assert.Empty(composition.Findings);
        Assert.Equal(
            ("long?", "string?"),
            (
                (string?)composition.Member("ListThingsQuery", "filter[a]")["typeName"],
                (string?)composition.Member("ListThingsQuery", "filter[b]")["typeName"]
            )
        );
        Assert.Null(composition.Schema("ThingAttributes")["properties"]!["size"]);
        Assert.Equal("decimal?", (string?)composition.Member("ThingAttributes", "weight")["typeName"]);
    }

    [Theory]
    [InlineData("$..attributes.properties", "weight: { $ref: '#/components/schemas/missing' }", "error KC0001")]
    [InlineData("$..attributes.properties.color", "x-csharp-name: 'a b'", "error KC0021")]
    [InlineData("$..attributes.properties.color", "x-value-names: 5", "error KC0019")]
    [InlineData("$..attributes.properties", "'<': { type: string }", "error KC0022")]
    public void A_defect_that_the_overlay_adds_is_located_in_the_overlay(string target, string update, string expected)
    {
        using Composition composition = Composition.Create(
            Contract,
            $"overlay: 1.0.0\ninfo: {{ title: t, version: '1' }}\nactions:\n  - target: {target}\n    update:\n      {update}\n"
        );

        Assert.All(composition.Findings, static finding => Assert.Contains("overlay.yaml(6,", finding, StringComparison.Ordinal));
        Assert.Contains(composition.Findings, finding => finding.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "$..color",
        "update: { x-csharp-nmae: Shade }",
        "error",
        "`x-csharp-nmae` here, so it has no effect. Did you mean `x-csharp-name`?"
    )]
    [InlineData("$..color", "update: { enum: [a], x-value-name: { a: B } }", "error", "Did you mean `x-value-names`?")]
    [InlineData(
        "$.paths",
        "update: { /v1/things: { get: { x-operation: A } } }",
        "warning",
        "`x-operation` here, so it has no effect. Correct"
    )]
    [InlineData("$..color", "x-optoinal: true\n    update: {}", "error", "Did you mean `x-optional`?")]
    [InlineData("$..color", "x-csharp-name: Shade\n    update: {}", "warning", "`x-csharp-name` here, so it has no effect. Correct")]
    public void An_extension_that_the_composer_does_not_know_is_reported_in_the_overlay(
        string target,
        string action,
        string severity,
        string problem
    )
    {
        using Composition composition = Composition.Create(
            Contract,
            $"overlay: 1.0.0\ninfo: {{ title: t, version: '1' }}\nactions:\n  - target: {target}\n    {action}\n"
        );

        string finding = Assert.Single(composition.Findings);
        Assert.Contains("overlay.yaml(5,", finding, StringComparison.Ordinal);
        Assert.Contains($"{severity} KC0033: ", finding, StringComparison.Ordinal);
        Assert.Contains(problem, finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_the_API_and_data_are_not_extensions()
    {
        using Composition composition = Composition.Create(
            Contract,
            """
            overlay: 1.0.0
            info: { title: t, version: '1' }
            actions:
              - target: $..attributes.properties
                update: { x-nmae: { type: string, example: { x-nmae: a } } }
              - target: $.paths.*.get.responses['200']
                update: { headers: { x-nmae: { schema: { type: string } } } }
              - target: $
                update: { components: { schemas: { x-nmae: { type: object, properties: { x-nmae: { type: string } } } } } }
            """
        );

        Assert.Empty(composition.Findings);
    }

    [Fact]
    public void Both_notations_of_nullable_are_equivalent()
    {
        using Composition composition = Composition.Create(Contract);

        Assert.Equal("string?", (string?)composition.Member("ThingAttributes", "color")["typeName"]);
        Assert.Equal("string?", (string?)composition.Member("ThingAttributes", "size")["typeName"]);
    }
}
