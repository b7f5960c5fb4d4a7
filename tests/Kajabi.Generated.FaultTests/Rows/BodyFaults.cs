using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Bodies that are cut, missing, doubled or something else than a document.</summary>
internal static class BodyFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\n";

    public static FaultSection Section { get; } =
        new FaultSection("body")
            .Read(
                1,
                "fewer bytes than Content-Length, then the end",
                "transport error, never half a contact",
                Answers.Raw(Head + "Content-Length: 5000\r\n\r\n" + Documents.Contact),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "fewer bytes than Content-Length, then a reset",
                "transport error, never half a contact",
                static async exchange =>
                {
                    await exchange.WriteAsync(Head + "Content-Length: 5000\r\n\r\n" + Documents.Contact);
                    exchange.Reset();
                },
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "more bytes than Content-Length",
                "the rest is no part of the answer",
                static async exchange =>
                    await exchange.WriteAsync(Head + $"Content-Length: {Documents.Contact.Length}\r\n\r\n{Documents.Contact}rest"),
                ReadsAsync
            )
            .Read(
                null,
                "two Content-Lengths that differ",
                "nothing half filled",
                Answers.Raw(Head + $"Content-Length: {Documents.Contact.Length}\r\nContent-Length: 20\r\n\r\n{Documents.Contact}"),
                ReadsWholeOrFailsAsync
            )
            .Read(
                null,
                "Content-Length that is no number",
                "nothing half filled",
                Answers.Raw(Head + "Content-Length: many\r\n\r\n" + Documents.Contact),
                ReadsWholeOrFailsAsync
            )
            .Read(
                null,
                "negative Content-Length",
                "nothing half filled",
                Answers.Raw(Head + "Content-Length: -1\r\n\r\n" + Documents.Contact),
                ReadsWholeOrFailsAsync
            )
            .Read(
                null,
                "chunks that end without the last one",
                "transport error, never half a contact",
                Answers.Raw($"{Head}Transfer-Encoding: chunked\r\n\r\n{Documents.Contact.Length:x}\r\n{Documents.Contact}\r\n"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "a chunk cut in the middle",
                "transport error, never half a contact",
                Answers.Raw($"{Head}Transfer-Encoding: chunked\r\n\r\nfff\r\n{Documents.Contact}"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Network)
            )
            .Read(
                null,
                "a chunk size that is no number",
                "typed error, never half a contact",
                Answers.Raw($"{Head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{Documents.Contact}\r\n0\r\n\r\n"),
                static stage => stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync())
            )
            .Read(
                null,
                "a document in many chunks with trailers",
                "read",
                Answers.Raw(
                    $"{Head}Transfer-Encoding: chunked\r\n\r\n{string.Concat(Documents.Contact.Select(static letter => $"1\r\n{letter}\r\n"))}0\r\nX-Trailer: 1\r\n\r\n"
                ),
                ReadsAsync
            )
            .Read(
                2,
                "a complete message with JSON cut in the middle",
                "unexpected answer, excerpt kept, not repeated",
                Answers.Ok(Documents.Contact[..60]),
                static async stage =>
                {
                    KajabiApiException exception = await stage.ReadFailsAsync(
                        KajabiErrorKind.UnexpectedResponse,
                        "GET /v1/contacts/{id}",
                        "truncated"
                    );
                    Assert.Equal(Documents.Contact[..60], exception.BodyExcerpt);
                    stage.Sent(1);
                }
            )
            .Read(
                3,
                "a second document after the first",
                "unexpected answer",
                Answers.Ok(Documents.Contact + Documents.Contact),
                static stage => UnexpectedOnceAsync(stage, "more JSON")
            )
            .Read(
                null,
                "rubbish after the document",
                "unexpected answer",
                Answers.Ok(Documents.Contact + "x"),
                static stage => UnexpectedOnceAsync(stage)
            )
            .Read(null, "white space around the document", "read", Answers.Ok(" \r\n" + Documents.Contact + "\n\n"), ReadsAsync)
            .Read(
                4,
                "200 with Content-Length 0",
                "unexpected answer that names the operation",
                Answers.Status(200),
                static stage => UnexpectedOnceAsync(stage, "GET /v1/contacts/{id}", "empty")
            )
            .Add(
                4,
                "DELETE contact, DELETE note, revoke",
                "200 with Content-Length 0",
                "success",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(200));
                    await stage.Client.Contacts.DeleteContactAsync("1");
                    await stage.Client.ContactNotes.DeleteContactNoteAsync("1");
                    await stage.Client.Authentication.RevokeAccessTokenAsync(new RevokeTokenRequest { Token = Secrets.RefreshToken });
                }
            )
            .Read(null, "white space alone", "unexpected answer", Answers.Ok("  \n"), static stage => UnexpectedOnceAsync(stage))
            .Read(5, "the JSON literal null", "unexpected answer", Answers.Ok("null"), static stage => UnexpectedOnceAsync(stage, "Null"))
            .Read(
                6,
                "a JSON string",
                "unexpected answer that names what was expected and what was found",
                Answers.Ok("\"Ada\""),
                static stage => UnexpectedOnceAsync(stage, "document", "String")
            )
            .Read(
                null,
                "a number, true, an array",
                "unexpected answer",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("1"), Answers.Ok("true"), Answers.Ok("[]"));
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Integer");
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Boolean");
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "StartArray");
                }
            )
            .Read(
                7,
                "200 text/html",
                "unexpected content type, its first tag quoted, nothing about JSON",
                Answers.Ok(Documents.Html, "Content-Type: text/html; charset=utf-8"),
                static async stage =>
                {
                    KajabiApiException exception = await stage.ReadFailsAsync(
                        KajabiErrorKind.UnexpectedResponse,
                        "text/html",
                        "<!DOCTYPE html>"
                    );
                    Assert.DoesNotContain("cannot be read", exception.Message, StringComparison.Ordinal);
                    Assert.Equal(Documents.Html, exception.BodyExcerpt);
                }
            )
            .Read(
                null,
                "HTML that calls itself JSON",
                "unexpected answer, excerpt kept",
                Answers.Ok(Documents.Html),
                static async stage =>
                    Assert.Equal(Documents.Html, (await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse)).BodyExcerpt)
            )
            .Add(
                8,
                "DELETE hook",
                "204 without a body",
                "success",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Raw("HTTP/1.1 204 No Content\r\n\r\n"));
                    await stage.Client.Webhooks.DeleteWebhookAsync("1");
                }
            )
            .Read(
                8,
                "204 without a body",
                "unexpected answer",
                Answers.Raw("HTTP/1.1 204 No Content\r\n\r\n"),
                static stage => UnexpectedOnceAsync(stage, "204")
            )
            .Read(
                null,
                "204 with a body",
                "unexpected answer",
                Answers.Raw($"HTTP/1.1 204 No Content\r\nContent-Length: {Documents.Contact.Length}\r\n\r\n{Documents.Contact}"),
                static stage => UnexpectedOnceAsync(stage, "204")
            )
            .Read(
                null,
                "205 without a body",
                "unexpected answer",
                Answers.Raw("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"),
                static stage => UnexpectedOnceAsync(stage, "205")
            )
            .Read(
                null,
                "304, which nobody asked for",
                "unexpected answer",
                Answers.Raw("HTTP/1.1 304 Not Modified\r\n\r\n"),
                static stage => UnexpectedOnceAsync(stage, "304")
            )
            .Read(
                null,
                "206 with a part of the document",
                "unexpected answer, never half a contact",
                Answers.Status(206, Documents.Contact[..50], "Content-Range: bytes 0-49/100"),
                static stage => UnexpectedOnceAsync(stage)
            )
            .Read(
                null,
                "202 and 201 with a document",
                "read",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Status(202, Documents.Contact),
                        Answers.Status(201, Documents.Contact, "Location: https://elsewhere.example/v1/contacts/9")
                    );
                    await ReadsAsync(stage);
                    await ReadsAsync(stage);
                    stage.Sent(2);
                }
            )
            .Add(
                9,
                "DELETE contact",
                "200 with an empty data object, or an empty object",
                "success",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("""{"data":{}}"""), Answers.Ok("{}"));
                    await stage.Client.Contacts.DeleteContactAsync("1");
                    await stage.Client.Contacts.DeleteContactAsync("1");
                }
            )
            .Add(
                null,
                "DELETE contact",
                "200 with half a JSON document",
                "success: no document is promised",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("""{"da"""));
                    await stage.Client.Contacts.DeleteContactAsync("1");
                }
            )
            .Add(
                null,
                "POST contact",
                "201 without a body",
                "unexpected answer that says what Kajabi answered",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(201, "", "Location: /v1/contacts/9"));
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.UnexpectedResponse,
                        "201",
                        "empty",
                        "may have processed it"
                    );
                    stage.Sent(1);
                }
            );

    public static async Task ReadsAsync(Stage stage) => Assert.Equal("Ada", (await stage.ReadAsync()).Attributes.Name);

    private static async Task UnexpectedOnceAsync(Stage stage, params string[] says)
    {
        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, says);
        stage.Sent(1);
    }

    private static async Task ReadsWholeOrFailsAsync(Stage stage)
    {
        try
        {
            await ReadsAsync(stage);
        }
        catch (KajabiApiException exception)
        {
            stage.Recorder.Look(exception);
        }
    }
}
