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

    [Fact]
    public void Both_notations_of_nullable_are_equivalent()
    {
        using Composition composition = Composition.Create(Contract);

        Assert.Equal("string?", (string?)composition.Member("ThingAttributes", "color")["typeName"]);
        Assert.Equal("string?", (string?)composition.Member("ThingAttributes", "size")["typeName"]);
    }
}
