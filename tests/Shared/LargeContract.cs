using System.Globalization;
using System.Text;

namespace Kajabi.Tests;

/// <summary>Creates large OpenAPI documents, with inline schemas and schemas that many operations share.</summary>
internal static class LargeContract
{
    private const int SharedSchemas = 50;

    /// <param name="operations">The number of operations.</param>
    /// <param name="changedType">The type of a property in each hundredth operation, to create changes.</param>
    public static string Yaml(int operations, string changedType = "string")
    {
        StringBuilder text = new("openapi: 3.1.0\ninfo: { title: Large, version: '1' }\npaths:\n");
        for (int index = 0; index < operations; index++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$$"""
                  /v1/things_{{{index}}}/{id}:
                    get:
                      security:
                        - Bearer: []
                      parameters:
                        - { name: id, in: path, required: true, schema: { type: string } }
                        - { name: 'filter[name]', in: query, schema: { type: string } }
                        - { name: 'page[size]', in: query, schema: { type: integer } }
                      responses:
                        '200':
                          description: The thing.
                          content:
                            application/vnd.api+json:
                              schema:
                                type: object
                                properties:
                                  data: { $ref: '#/components/schemas/shared_{{{index % SharedSchemas}}}' }
                                  own_{{{index}}}:
                                    type: array
                                    items:
                                      type: object
                                      properties:
                                        name: { type: {{{(index % 100 == 0 ? changedType : "string")}}} }
                                        amount: { type: [integer, 'null'] }
                        '404':
                          description: Not found.
                          content:
                            application/vnd.api+json:
                              schema: { $ref: '#/components/schemas/error' }

                """
            );
        }

        text.Append(
            "components:\n  securitySchemes:\n    Bearer: { type: http, scheme: bearer }\n  schemas:\n"
                + "    error: { type: object, properties: { title: { type: string } } }\n"
        );
        for (int index = 0; index < SharedSchemas; index++)
        {
            // Each references the next one and the last the first one, like resources with relationships.
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                    shared_{{index}}:
                      type: object
                      properties:
                        id: { type: string }
                        next: { $ref: '#/components/schemas/shared_{{(index + 1) % SharedSchemas}}' }

                """
            );
        }

        return text.ToString();
    }
}
