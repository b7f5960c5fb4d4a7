namespace Kajabi.Contract.Tests.Lint;

/// <summary>Creates OpenAPI documents with one operation and at most one defect.</summary>
internal static class Contracts
{
    public const string ValidSchema =
        "{ type: object, properties: { data: { type: object, properties: "
        + "{ attributes: { type: object, properties: { name: { type: string } } } } } } }";

    public static string WithSchema(string schema) =>
        Create("/v1/things", "[]", $"'200': {{ description: d, content: {{ application/vnd.api+json: {{ schema: {schema} }} }} }}");

    public static string WithAttribute(string attribute) =>
        WithSchema(
            "{ type: object, properties: { data: { type: object, properties: { attributes: { type: object, properties: "
                + $"{{ name: {attribute} }} }} }} }} }} }}"
        );

    public static string WithParameters(string parameters, string path = "/v1/things/{id}") =>
        Create(path, parameters, $"'200': {{ description: d, content: {{ application/vnd.api+json: {{ schema: {ValidSchema} }} }} }}");

    public static string Create(string path, string parameters, string responses, string method = "get", string more = "") =>
        $"""
            openapi: 3.1.1
            info: @ title: t, version: '1' $
            paths:
              {path}:
                {method}:
                  tags: [Things]
                  parameters: {parameters}
                  responses:
                    {responses}
            components:
              parameters:
                page: @ name: 'page[number]', in: query, schema: @ type: integer $ $
              schemas:
                thing: @ type: object, properties: @ name: @ type: string $ $ $
            {more}
            """.Replace('@', '{').Replace('$', '}').Replace("}ref", "$ref", StringComparison.Ordinal);
}
