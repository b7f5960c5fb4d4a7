using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Bodies that are truncated, missing, duplicated or not a document.</summary>
internal static class BodyFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\n";

    public static FaultSection Section { get; } =
        new FaultSection("body")
            .Read(
                1,
                "fewer bytes than Content-Length, then the connection closes",
                "network error, no partial contact",
                Responses.Raw(Head + "Content-Length: 5000\r\n\r\n" + TestDocuments.Contact),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "fewer bytes than Content-Length, then a reset",
                "network error, no partial contact",
                static async exchange =>
                {
                    await exchange.WriteAsync(Head + "Content-Length: 5000\r\n\r\n" + TestDocuments.Contact);
                    exchange.Reset();
                },
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "more bytes than Content-Length",
                "the extra bytes are not part of the response",
                static async exchange =>
                    await exchange.WriteAsync(Head + $"Content-Length: {TestDocuments.Contact.Length}\r\n\r\n{TestDocuments.Contact}rest"),
                AssertContactIsReadAsync
            )
            .Read(
                null,
                "two different Content-Length headers",
                "no partial contact",
                Responses.Raw(
                    Head + $"Content-Length: {TestDocuments.Contact.Length}\r\nContent-Length: 20\r\n\r\n{TestDocuments.Contact}"
                ),
                AssertCompleteOrFailureAsync
            )
            .Read(
                null,
                "Content-Length that is not a number",
                "no partial contact",
                Responses.Raw(Head + "Content-Length: many\r\n\r\n" + TestDocuments.Contact),
                AssertCompleteOrFailureAsync
            )
            .Read(
                null,
                "negative Content-Length",
                "no partial contact",
                Responses.Raw(Head + "Content-Length: -1\r\n\r\n" + TestDocuments.Contact),
                AssertCompleteOrFailureAsync
            )
            .Read(
                null,
                "chunked body without the final chunk",
                "network error, no partial contact",
                Responses.Raw($"{Head}Transfer-Encoding: chunked\r\n\r\n{TestDocuments.Contact.Length:x}\r\n{TestDocuments.Contact}\r\n"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "a truncated chunk",
                "network error, no partial contact",
                Responses.Raw($"{Head}Transfer-Encoding: chunked\r\n\r\nfff\r\n{TestDocuments.Contact}"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "a chunk size that is not a number",
                "typed error, no partial contact",
                Responses.Raw($"{Head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{TestDocuments.Contact}\r\n0\r\n\r\n"),
                static scenario => scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync())
            )
            .Read(
                null,
                "a document in many chunks with trailers",
                "read",
                Responses.Raw(
                    $"{Head}Transfer-Encoding: chunked\r\n\r\n"
                        + string.Concat(TestDocuments.Contact.Select(static letter => $"1\r\n{letter}\r\n"))
                        + "0\r\nX-Trailer: 1\r\n\r\n"
                ),
                AssertContactIsReadAsync
            )
            .Read(
                2,
                "a complete message with truncated JSON",
                "unexpected response with an excerpt, not retried",
                Responses.Ok(TestDocuments.Contact[..60]),
                static async scenario =>
                {
                    KajabiApiException exception = await scenario.AssertReadFailsAsync(
                        KajabiErrorKind.UnexpectedResponse,
                        "GET /v1/contacts/{id}",
                        "truncated"
                    );
                    Assert.Equal(TestDocuments.Contact[..60], exception.BodyExcerpt);
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                3,
                "a second document after the first",
                "unexpected response",
                Responses.Ok(TestDocuments.Contact + TestDocuments.Contact),
                static scenario => AssertUnexpectedOnceAsync(scenario, "more JSON")
            )
            .Read(
                null,
                "extra characters after the document",
                "unexpected response",
                Responses.Ok(TestDocuments.Contact + "x"),
                static scenario => AssertUnexpectedOnceAsync(scenario)
            )
            .Read(
                null,
                "whitespace around the document",
                "read",
                Responses.Ok(" \r\n" + TestDocuments.Contact + "\n\n"),
                AssertContactIsReadAsync
            )
            .Read(
                4,
                "200 with Content-Length 0",
                "unexpected response that names the operation",
                Responses.Status(200),
                static scenario => AssertUnexpectedOnceAsync(scenario, "GET /v1/contacts/{id}", "empty")
            )
            .Add(
                4,
                "DELETE contact, DELETE note, revoke",
                "200 with Content-Length 0",
                "success",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(200));
                    await scenario.Client.Contacts.DeleteContactAsync("1");
                    await scenario.Client.ContactNotes.DeleteContactNoteAsync("1");
                    await scenario.Client.Authentication.RevokeAccessTokenAsync(
                        new RevokeTokenRequest { Token = TestSecrets.RefreshToken }
                    );
                }
            )
            .Read(
                null,
                "whitespace only",
                "unexpected response",
                Responses.Ok("  \n"),
                static scenario => AssertUnexpectedOnceAsync(scenario)
            )
            .Read(
                5,
                "the JSON literal null",
                "unexpected response",
                Responses.Ok("null"),
                static scenario => AssertUnexpectedOnceAsync(scenario, "Null")
            )
            .Read(
                6,
                "a JSON string",
                "unexpected response that names the expected and the actual type",
                Responses.Ok("\"Ada\""),
                static scenario => AssertUnexpectedOnceAsync(scenario, "document", "String")
            )
            .Read(
                null,
                "a number, true, an array",
                "unexpected response",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("1"), Responses.Ok("true"), Responses.Ok("[]"));
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Integer");
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Boolean");
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "StartArray");
                }
            )
            .Read(
                7,
                "200 text/html",
                "unexpected content type with the first tag, no JSON error",
                Responses.Ok(TestDocuments.Html, "Content-Type: text/html; charset=utf-8"),
                static async scenario =>
                {
                    KajabiApiException exception = await scenario.AssertReadFailsAsync(
                        KajabiErrorKind.UnexpectedResponse,
                        "text/html",
                        "<!DOCTYPE html>"
                    );
                    Assert.DoesNotContain("cannot be read", exception.Message, StringComparison.Ordinal);
                    Assert.Equal(TestDocuments.Html, exception.BodyExcerpt);
                }
            )
            .Read(
                null,
                "HTML declared as JSON",
                "unexpected response with an excerpt",
                Responses.Ok(TestDocuments.Html),
                static async scenario =>
                    Assert.Equal(TestDocuments.Html, (await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse)).BodyExcerpt)
            )
            .Add(
                8,
                "DELETE webhook",
                "204 without a body",
                "success",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Raw("HTTP/1.1 204 No Content\r\n\r\n"));
                    await scenario.Client.Webhooks.DeleteWebhookAsync("1");
                }
            )
            .Read(
                8,
                "204 without a body",
                "unexpected response",
                Responses.Raw("HTTP/1.1 204 No Content\r\n\r\n"),
                static scenario => AssertUnexpectedOnceAsync(scenario, "204")
            )
            .Read(
                null,
                "204 with a body",
                "unexpected response",
                Responses.Raw($"HTTP/1.1 204 No Content\r\nContent-Length: {TestDocuments.Contact.Length}\r\n\r\n{TestDocuments.Contact}"),
                static scenario => AssertUnexpectedOnceAsync(scenario, "204")
            )
            .Read(
                null,
                "205 without a body",
                "unexpected response",
                Responses.Raw("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"),
                static scenario => AssertUnexpectedOnceAsync(scenario, "205")
            )
            .Read(
                null,
                "304 without a conditional request",
                "unexpected response",
                Responses.Raw("HTTP/1.1 304 Not Modified\r\n\r\n"),
                static scenario => AssertUnexpectedOnceAsync(scenario, "304")
            )
            .Read(
                null,
                "206 with a part of the document",
                "unexpected response, no partial contact",
                Responses.Status(206, TestDocuments.Contact[..50], "Content-Range: bytes 0-49/100"),
                static scenario => AssertUnexpectedOnceAsync(scenario)
            )
            .Read(
                null,
                "202 and 201 with a document",
                "read",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Status(202, TestDocuments.Contact),
                        Responses.Status(201, TestDocuments.Contact, "Location: https://elsewhere.example/v1/contacts/9")
                    );
                    await AssertContactIsReadAsync(scenario);
                    await AssertContactIsReadAsync(scenario);
                    scenario.AssertRequestCount(2);
                }
            )
            .Add(
                9,
                "DELETE contact",
                "200 with an empty data object, or an empty object",
                "success",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("""{"data":{}}"""), Responses.Ok("{}"));
                    await scenario.Client.Contacts.DeleteContactAsync("1");
                    await scenario.Client.Contacts.DeleteContactAsync("1");
                }
            )
            .Add(
                null,
                "DELETE contact",
                "200 with a truncated JSON document",
                "success: no document is expected",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("""{"da"""));
                    await scenario.Client.Contacts.DeleteContactAsync("1");
                }
            )
            .Add(
                null,
                "POST contact",
                "201 without a body",
                "unexpected response that reports the status code",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(201, "", "Location: /v1/contacts/9"));
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.UnexpectedResponse,
                        "201",
                        "empty",
                        "may have processed it, as the status code indicates"
                    );
                    scenario.AssertRequestCount(1);
                }
            );

    public static async Task AssertContactIsReadAsync(FaultScenario scenario) =>
        Assert.Equal("Ada", (await scenario.ReadAsync()).Attributes.Name);

    private static async Task AssertUnexpectedOnceAsync(FaultScenario scenario, params string[] messageParts)
    {
        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, messageParts);
        scenario.AssertRequestCount(1);
    }

    private static async Task AssertCompleteOrFailureAsync(FaultScenario scenario)
    {
        try
        {
            await AssertContactIsReadAsync(scenario);
        }
        catch (KajabiApiException exception)
        {
            scenario.LeakDetector.Inspect(exception);
        }
    }
}
