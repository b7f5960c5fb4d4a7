using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Members of the wrong shape, and JSON that is almost JSON. All rows are our own.</summary>
internal static class JsonFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("json")
            .Add(null, "GET contact", "data null", "unexpected answer", static stage => UnexpectedAsync(stage, """{"data":null}"""))
            .Add(
                null,
                "GET contact",
                "data a list",
                "unexpected answer",
                static stage => UnexpectedAsync(stage, """{"data":[{"id":"1","type":"contacts"}]}""")
            )
            .Add(null, "GET contact", "no data at all", "unexpected answer", static stage => UnexpectedAsync(stage, """{"meta":{}}"""))
            .Add(null, "GET contact", "data a string", "unexpected answer", static stage => UnexpectedAsync(stage, """{"data":"x"}"""))
            .Add(
                null,
                "GET contacts",
                "data an object, null, or not there",
                "unexpected answer, never an empty page",
                static async stage =>
                {
                    foreach (
                        string body in (string[])
                            ["""{"data":{"id":"1","type":"contacts"}}""", """{"data":null}""", """{"data":"x"}""", "{}"]
                    )
                    {
                        stage.Server.Answer(Answers.Ok(body));
                        await stage.FailsAsync(() => stage.Client.Contacts.ListContactsAsync(), KajabiErrorKind.UnexpectedResponse);
                    }
                }
            )
            .Add(
                null,
                "GET contacts",
                "a list with null, a number, another type in it",
                "unexpected answer",
                static async stage =>
                {
                    foreach (string item in (string[])["null", "5", """{"id":"1","type":"customers"}"""])
                    {
                        stage.Server.Answer(Answers.Ok("{\"data\":[" + item + "]}"));
                        await stage.FailsAsync(() => stage.Client.Contacts.ListContactsAsync(), KajabiErrorKind.UnexpectedResponse);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "attributes a list, null, a string",
                "no attributes, kept as it came",
                static async stage =>
                {
                    foreach (string attributes in (string[])["[]", "[1]", "null", "\"x\""])
                    {
                        stage.Server.Answer(Answers.Ok(Documents.ContactWith("\"attributes\":" + attributes)));
                        Contact contact = await stage.ReadAsync();
                        Assert.Null(contact.Attributes.Name);
                        Assert.Contains("\"attributes\":" + attributes, JsonApiSerializer.Serialize(contact), StringComparison.Ordinal);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "relationships a list, null, a string; a relationship of any shape",
                "absent, kept as it came",
                static async stage =>
                {
                    foreach (
                        string relationships in (string[])
                            ["[]", "null", "\"x\"", """{"customer":[]}""", """{"customer":5}""", """{"customer":{"data":5}}"""]
                    )
                    {
                        stage.Server.Answer(Answers.Ok(Documents.ContactWith("\"relationships\":" + relationships)));
                        Contact contact = await stage.ReadAsync();
                        Assert.Null(contact.Customer);
                        Assert.Empty(contact.Offers);
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
                "linkage to something that is no identifier",
                "unexpected answer that names the place",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Documents.ContactWith("\"relationships\":{\"offers\":{\"data\":[5]}}")));
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "data.relationships.offers.data[0]");
                }
            )
            .Add(
                null,
                "GET contact",
                "included null, an object, a list of anything",
                "read without includes, or a typed error",
                static async stage =>
                {
                    foreach (string included in (string[])["null", "{}", "\"x\"", "[null]", "[5]", "[[]]", "[{}]", "[{\"type\":5}]"])
                    {
                        stage.Server.Answer(Answers.Ok(Documents.ContactWith("\"attributes\":{}", ",\"included\":" + included)));
                        await JsonApiFaults.ReadsOrFailsAsync(stage);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "links, meta and jsonapi of any shape",
                "read",
                static async stage =>
                {
                    foreach (string shape in (string[])["null", "[]", "5", "\"x\"", """{"self":5,"next":[],"related":{"href":{}}}"""])
                    {
                        stage.Server.Answer(
                            Answers.Ok(
                                Documents.ContactWith(
                                    $"\"attributes\":{{\"name\":\"Ada\"}},\"links\":{shape},\"meta\":{shape}",
                                    $",\"links\":{shape},\"meta\":{shape},\"jsonapi\":{shape}"
                                )
                            )
                        );
                        await BodyFaults.ReadsAsync(stage);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "every attribute as object, list, number, boolean, string",
                "nothing throws, nothing is lost",
                static async stage =>
                {
                    string[] shapes = ["{\"a\":{\"b\":[]}}", "[[1],{}]", "-1.50", "true", "\"x\"", "1e3", "12345678901234567890123"];
                    foreach (string shape in shapes)
                    {
                        string attributes = string.Join(
                            ',',
                            new ContactAttributes().DeclaredMembers.Select(member => $"\"{member.Name}\":{shape}")
                        );
                        stage.Server.Answer(Answers.Ok(Documents.Attributes(attributes)));
                        string written = JsonApiSerializer.Serialize(await stage.ReadAsync());
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
                "a member twice",
                "the last stands, as JSON readers have it",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Documents.Attributes("\"name\":5,\"name\":\"Ada\"")));
                    await BodyFaults.ReadsAsync(stage);
                }
            )
            .Add(
                null,
                "GET contact",
                "attributes twice, data twice",
                "read, or a typed error",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(Documents.ContactWith("\"attributes\":{\"name\":\"A\"},\"attributes\":{\"name\":\"Ada\"}")),
                        Answers.Ok("""{"data":{"id":"1","type":"contacts"},"data":{"id":"123","type":"contacts"}}""")
                    );
                    await JsonApiFaults.ReadsOrFailsAsync(stage);
                    await JsonApiFaults.ReadsOrFailsAsync(stage);
                }
            )
            .Add(
                null,
                "GET contact",
                "comments, trailing commas, single quotes, bare names, constructors",
                "read, or a typed error",
                static async stage =>
                {
                    string[] almost =
                    [
                        "/* hello */" + Documents.Contact + "// bye",
                        """{"data":{"id":"123","type":"contacts",},}""",
                        "{'data':{'id':'123','type':'contacts'}}",
                        "{data:{id:'123',type:'contacts'}}",
                        Documents.Attributes("\"name\":new Date(5)"),
                        Documents.Attributes("\"name\":undefined"),
                        Documents.Attributes("\"name\":function(){}"),
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
                        stage.Server.Answer(Answers.Ok(body));
                        await JsonApiFaults.ReadsOrFailsAsync(stage);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "NaN, Infinity, 1e999, hexadecimal, leading zeros, a number of 10,000 digits",
                "read, or a typed error; no number out of nothing",
                static async stage =>
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
                        stage.Server.Answer(Answers.Ok(Documents.Attributes("\"name\":" + number)));
                        await JsonApiFaults.ReadsOrFailsAsync(stage);
                    }
                }
            )
            .Add(
                null,
                "GET contact",
                "names that are empty, long, or like members of Object",
                "kept",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(
                            Documents.Attributes(
                                $"\"\":1,\"__proto__\":2,\"constructor\":3,\"ToString\":4,\"{new string('k', 20_000)}\":5,\"name\":\"Ada\""
                            )
                        )
                    );
                    Contact contact = await stage.ReadAsync();
                    Assert.Equal(5, contact.Attributes.AdditionalMembers.Count());
                }
            );

    private static async Task UnexpectedAsync(Stage stage, string body)
    {
        stage.Server.Answer(Answers.Ok(body));
        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse);
        stage.Sent(1);
    }
}
