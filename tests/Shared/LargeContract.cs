using System.Globalization;
using System.Text;

namespace Kajabi.Tests;

/// <summary>A contract of any size, in the manner of the vendor's: some schemas of its own per operation, some that many share.</summary>
internal static class LargeContract
{
    private const int SharedSchemas = 50;

    /// <param name="operations">How many operations.</param>
    /// <param name="changedType">The type of a property in each hundredth operation; another one is a change.</param>
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
                          description: No such thing.
                          content:
                            application/vnd.api+json:
                              schema: { $ref: '#/components/schemas/error' }

                """
            );
        }

        text.Append(
            "components:\n  securitySchemes:\n    Bearer: { type: http, scheme: bearer }\n  schemas:\n    error: { type: object, properties: { title: { type: string } } }\n"
        );
        for (int index = 0; index < SharedSchemas; index++)
        {
            // Each leads to the next and the last to the first, as resources do by their relationships.
            text.Append(
                CultureInfo.InvariantCulture,
                $"    shared_{index}: {{ type: object, properties: {{ id: {{ type: string }}, next: {{ $ref: '#/components/schemas/shared_{(index + 1) % SharedSchemas}' }} }} }}\n"
            );
        }

        return text.ToString();
    }
}
