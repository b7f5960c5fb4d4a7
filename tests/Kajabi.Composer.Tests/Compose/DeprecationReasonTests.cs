namespace Kajabi.Composer.Tests.Compose;

/// <summary>The message of <c>[Obsolete]</c> is the reason that the document or the overlay states.</summary>
public sealed class DeprecationReasonTests
{
    [Theory]
    [InlineData(
        "",
        "",
        "\"Kajabi's OpenAPI document marks size as deprecated.\"",
        "\"Kajabi's OpenAPI document marks the relationship owner"
    )]
    [InlineData("x-deprecation-reason: Use weight., ", "x-deprecation-reason: Use owners., ", "\"Use weight.\"", "\"Use owners.\"")]
    public void The_reason_is_the_message_and_a_general_message_is_the_default(
        string attributeReason,
        string relationshipReason,
        string attributeMessage,
        string relationshipMessage
    )
    {
        using Composition composition = Composition.Create(
            Contract($"deprecated: true, {attributeReason}", $"deprecated: true, {relationshipReason}")
        );

        Assert.Equal((0, ""), (composition.ExitCode, string.Join('\n', composition.Findings)));
        Assert.Equal(attributeMessage, (string?)composition.Member("ThingAttributes", "size")["obsolete"]);
        Assert.StartsWith(
            relationshipMessage,
            (string?)composition.Member("ThingRelationships", "owner")["obsolete"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_reason_without_deprecation_has_no_effect()
    {
        using Composition composition = Composition.Create(Contract("x-deprecation-reason: Use weight., ", ""));

        Assert.Null(composition.Member("ThingAttributes", "size")["obsolete"]);
        Assert.Null(composition.Member("ThingRelationships", "owner")["obsolete"]);
    }

    private static string Contract(string attribute, string relationship) =>
        $$"""
            openapi: 3.1.1
            info: { title: t, version: '1' }
            paths:
              /v1/things/{id}:
                get:
                  tags: [Things]
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses:
                    '200':
                      description: A thing.
                      content:
                        application/vnd.api+json:
                          schema:
                            type: object
                            properties:
                              data:
                                type: object
                                properties:
                                  id: { type: string }
                                  type: { type: string, enum: [things] }
                                  attributes: { type: object, properties: { size: { {{attribute}}type: integer } } }
                                  relationships:
                                    type: object
                                    properties:
                                      owner: { {{relationship}}type: object, x-relationship: { type: things } }
            """;
}
