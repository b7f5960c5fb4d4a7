using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>A small OpenAPI document with all kinds of names and texts.</summary>
internal static class BaseContract
{
    public static JObject Read() =>
        (JObject)
            JToken.Parse(
                new SerializerBuilder()
                    .JsonCompatible()
                    .Build()
                    .Serialize(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(Yaml)!)
            );

    private const string Yaml = """
        openapi: 3.1.1
        info: { title: things, version: '1' }
        servers: [{ url: 'https://example.com' }]
        paths:
          /v1/things:
            get:
              operationId: listThings
              tags: [Things]
              summary: Lists things.
              description: All of them.
              security: [{ bearer: [] }]
              parameters:
                - { name: 'filter[name]', in: query, description: The name., schema: { type: string } }
                - { name: 'filter[kind]', in: query, schema: { type: string, enum: [small, large] } }
                - { name: 'filter[ids][]', in: query, schema: { type: array, items: { type: string } } }
                - { name: sort, in: query, schema: { type: string, enum: [name, '-name'] } }
                - { name: include, in: query, schema: { type: array, items: { type: string, enum: [owner] } } }
                - { name: 'page[number]', in: query, schema: { type: integer } }
                - { name: 'page[size]', in: query, schema: { type: integer } }
                - { name: X-Trace, in: header, schema: { type: string } }
              responses:
                '200':
                  description: A page.
                  content:
                    application/vnd.api+json:
                      schema:
                        type: object
                        properties:
                          data: { type: array, items: { $ref: '#/components/schemas/thing' } }
                          links: { type: object }
                '422': { description: Invalid., content: { application/vnd.api+json: { schema: { type: object } } } }
            post:
              tags: [Things]
              summary: Creates a thing.
              security: [{ bearer: [] }]
              requestBody:
                content:
                  application/vnd.api+json:
                    schema: { type: object, properties: { data: { $ref: '#/components/schemas/thing' } } }
              responses:
                '201':
                  description: The thing.
                  content:
                    application/vnd.api+json: { schema: { type: object, properties: { data: { $ref: '#/components/schemas/thing' } } } }
          /v1/things/{thing_id}:
            get:
              tags: [Things]
              parameters: [{ name: thing_id, in: path, required: true, description: The id., schema: { type: string } }]
              responses:
                '200':
                  description: The thing.
                  content:
                    application/vnd.api+json: { schema: { type: object, properties: { data: { $ref: '#/components/schemas/thing' } } } }
          /v1/things/{thing_id}/relationships/owner:
            patch:
              tags: [Things]
              parameters: [{ name: thing_id, in: path, required: true, schema: { type: string } }]
              requestBody: { content: { application/vnd.api+json: { schema: { type: object, properties: { data: { type: object } } } } } }
              responses:
                '200':
                  description: The linkage.
                  content: { application/vnd.api+json: { schema: { type: object, properties: { data: { type: object } } } } }
          /v1/token:
            post:
              tags: [Tokens]
              requestBody:
                content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { grant: { type: string } } } } }
              responses:
                '200':
                  description: A token.
                  content:
                    application/json: { schema: { type: object, properties: { text: { type: string }, life: { type: integer } } } }
        components:
          securitySchemes: { bearer: { type: http, scheme: bearer } }
          x-resources: { people: { name: Person, description: A person. } }
          schemas:
            thing:
              type: object
              description: A thing.
              properties:
                id: { type: string }
                type: { type: string, enum: [things] }
                attributes:
                  type: object
                  description: The attributes.
                  properties:
                    name:
                      { type: string, description: The name., deprecated: true, format: text, pattern: '.*', default: none, example: a }
                    kind: { type: string, enum: [small, large], x-enum-name: ThingKind }
                    parts:
                      { type: array, items: { type: object, properties: { weight: { type: number, description: In grams. } } } }
                relationships:
                  type: object
                  properties:
                    owner:
                      type: object
                      description: The owner.
                      deprecated: true
                      x-relationship: { type: people }
                      properties: { data: { type: object } }
        """;
}
