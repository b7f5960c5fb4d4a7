using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Members of the wrong shape, and invalid JSON. No row is from the reference list.</summary>
internal static class JsonFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("json")
            .Add(
                null,
                "GET contact",
                "data is null",
                "unexpected response",
                static scenario => AssertUnexpectedAsync(scenario, """{"data":null}""")
            )
            .Add(
                null,
                "GET contact",
                "data is a list",
                "unexpected response",
                static scenario => AssertUnexpectedAsync(scenario, """{"data":[{"id":"1","type":"contacts"}]}""")
            )
            .Add(
                null,
                "GET contact",
                "no data member",
                "unexpected response",
                static scenario => AssertUnexpectedAsync(scenario, """{"meta":{}}""")
            )
            .Add(
                null,
                "GET contact",
                "data is a string",
                "unexpected response",
                static scenario => AssertUnexpectedAsync(scenario, """{"data":"x"}""")
            )
            .Add(
                null,
                "GET contacts",
                "data as an object, null, or missing",
                "unexpected response, not an empty page",
                static async scenario =>
                {
                    foreach (
                        string body in (string[])
                            ["""{"data":{"id":"1","type":"contacts"}}""", """{"data":null}""", """{"data":"x"}""", "{}"]
                    )
                    {
                        scenario.Server.Respond(Responses.Ok(body));
                        await scenario.AssertFailsAsync(
                            () => scenario.Client.Contacts.ListContactsAsync(),
                            KajabiErrorKind.UnexpectedResponse
                        );
                    }
                }
            )
            .Add(
                null,
                "GET contacts",
                "a list that contains null, a number, another type",
                "unexpected response",
                static async scenario =>
                {
                    foreach (string item in (string[])["null", "5", """{"id":"1","type":"customers"}"""])
                    {
                        scenario.Server.Respond(Responses.Ok("{\"data\":[" + item + "]}"));
                        await scenario.AssertFailsAsync(
                            () => scenario.Client.Contacts.ListContactsAsync(),
                            KajabiErrorKind.UnexpectedResponse
                        );
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "attributes as a list, null, a string",
                "no attributes, the raw JSON is kept",
                static async scenario =>
                {
                    foreach (string attributes in (string[])["[]", "[1]", "null", "\"x\""])
                    {
                        scenario.Server.Respond(Responses.Ok(TestDocuments.ContactWith("\"attributes\":" + attributes)));
                        Contact contact = await scenario.ReadAsync();
                        Assert.Null(contact.Attributes.Name);
                        Assert.Contains("\"attributes\":" + attributes, JsonApiSerializer.Serialize(contact), StringComparison.Ordinal);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "relationships as a list, null, a string; a relationship of any shape",
                "absent, the raw JSON is kept",
                static async scenario =>
                {
                    foreach (
                        string relationships in (string[])
                            ["[]", "null", "\"x\"", """{"customer":[]}""", """{"customer":5}""", """{"customer":{"data":5}}"""]
                    )
                    {
                        scenario.Server.Respond(Responses.Ok(TestDocuments.ContactWith("\"relationships\":" + relationships)));
                        Contact contact = await scenario.ReadAsync();
                        Assert.Null(contact.Customer);
                        Assert.Throws<RelationshipNotLoadedException>(() => contact.Offers.Count);
                        Assert.Empty(contact.Relationships.Offers.Resources);
                        Assert.Contains(
                            "\"relationships\":" + relationships,
                            JsonApiSerializer.Serialize(contact),
                            StringComparison.Ordinal
                        );
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "linkage that is not a resource identifier",
                "unexpected response that names the location",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(TestDocuments.ContactWith("\"relationships\":{\"offers\":{\"data\":[5]}}")));
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "data.relationships.offers.data[0]");
                }
            )
            .Add(
                null,
                "GET contact",
                "included as null, an object, a list of anything",
                "read without includes, or a typed error",
                static async scenario =>
                {
                    foreach (string included in (string[])["null", "{}", "\"x\"", "[null]", "[5]", "[[]]", "[{}]", "[{\"type\":5}]"])
                    {
                        scenario.Server.Respond(Responses.Ok(TestDocuments.ContactWith("\"attributes\":{}", ",\"included\":" + included)));
                        await JsonApiFaults.AssertReadOrFailureAsync(scenario);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "links, meta and jsonapi of any shape",
                "read",
                static async scenario =>
                {
                    foreach (string shape in (string[])["null", "[]", "5", "\"x\"", """{"self":5,"next":[],"related":{"href":{}}}"""])
                    {
                        scenario.Server.Respond(
                            Responses.Ok(
                                TestDocuments.ContactWith(
                                    $"\"attributes\":{{\"name\":\"Ada\"}},\"links\":{shape},\"meta\":{shape}",
                                    $",\"links\":{shape},\"meta\":{shape},\"jsonapi\":{shape}"
                                )
                            )
                        );
                        await BodyFaults.AssertContactIsReadAsync(scenario);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "every attribute as object, list, number, boolean, string",
                "nothing throws, nothing is lost",
                static async scenario =>
                {
                    string[] shapes = ["{\"a\":{\"b\":[]}}", "[[1],{}]", "-1.50", "true", "\"x\"", "1e3", "12345678901234567890123"];
                    foreach (string shape in shapes)
                    {
                        string attributes = string.Join(
                            ',',
                            new ContactAttributes().DeclaredMembers.Select(member => $"\"{member.Name}\":{shape}")
                        );
                        scenario.Server.Respond(Responses.Ok(TestDocuments.Attributes(attributes)));
                        string written = JsonApiSerializer.Serialize(await scenario.ReadAsync());
                        Assert.All(
                            new ContactAttributes().DeclaredMembers,
                            member =>
                                Assert.Contains($"\"{member.Name}\":{(shape == "1e3" ? "1" : shape)}", written, StringComparison.Ordinal)
                        );
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "a duplicate member",
                "the last one is used, as in most JSON readers",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Attributes("\"name\":5,\"name\":\"Ada\"")));
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                }
            )
            .Add(
                null,
                "GET contact",
                "duplicate attributes, duplicate data",
                "read, or a typed error",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(TestDocuments.ContactWith("\"attributes\":{\"name\":\"A\"},\"attributes\":{\"name\":\"Ada\"}")),
                        Responses.Ok("""{"data":{"id":"1","type":"contacts"},"data":{"id":"123","type":"contacts"}}""")
                    );
                    await JsonApiFaults.AssertReadOrFailureAsync(scenario);
                    await JsonApiFaults.AssertReadOrFailureAsync(scenario);
                }
            )
            .Add(
                null,
                "GET contact",
                "comments, trailing commas, single quotes, unquoted names, constructors",
                "read, or a typed error",
                static async scenario =>
                {
                    string[] almost =
                    [
                        "/* hello */" + TestDocuments.Contact + "// bye",
                        """{"data":{"id":"123","type":"contacts",},}""",
                        "{'data':{'id':'123','type':'contacts'}}",
                        "{data:{id:'123',type:'contacts'}}",
                        TestDocuments.Attributes("\"name\":new Date(5)"),
                        TestDocuments.Attributes("\"name\":undefined"),
                        TestDocuments.Attributes("\"name\":function(){}"),
                        "{\"data\" {\"id\":\"1\"}}",
                        "{,}",
                        "{\"data\":}",
                        "{\"a\"",
                        "[",
                        "{",
                        "/*",
                        "\"",
                    ];
                    foreach (string body in almost)
                    {
                        scenario.Server.Respond(Responses.Ok(body));
                        await JsonApiFaults.AssertReadOrFailureAsync(scenario);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "NaN, Infinity, 1e999, hexadecimal, leading zeros, a number of 10,000 digits",
                "read, or a typed error; no invented number",
                static async scenario =>
                {
                    foreach (
                        string number in (string[])
                            [
                                "NaN",
                                "Infinity",
                                "-Infinity",
                                "1e999",
                                "-1e-999",
                                "0x1F",
                                "007",
                                "+1",
                                ".5",
                                "1.",
                                "1e",
                                "--1",
                                new string('9', 10_000),
                                "0." + new string('3', 10_000),
                            ]
                    )
                    {
                        scenario.Server.Respond(Responses.Ok(TestDocuments.Attributes("\"name\":" + number)));
                        await JsonApiFaults.AssertReadOrFailureAsync(scenario);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "names that are empty, long, or equal to members of Object",
                "kept",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(
                            TestDocuments.Attributes(
                                $"\"\":1,\"__proto__\":2,\"constructor\":3,\"ToString\":4,\"{new string('k', 20_000)}\":5,\"name\":\"Ada\""
                            )
                        )
                    );
                    Contact contact = await scenario.ReadAsync();
                    Assert.Equal(5, contact.Attributes.AdditionalMembers.Count());
                }
            );

    private static async Task AssertUnexpectedAsync(FaultScenario scenario, string body)
    {
        scenario.Server.Respond(Responses.Ok(body));
        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse);
        scenario.AssertRequestCount(1);
    }
}
