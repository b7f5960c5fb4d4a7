using System.IO.Compression;
using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Media types, charsets, compression, and text that is not quite text.</summary>
internal static class EncodingFaults
{
    private const string Json = "Content-Type: application/json";

    public static FaultSection ContentType { get; } =
        new FaultSection("content type")
            .Read(1, "JSON:API that calls itself application/json", "read", Answers.Ok(Documents.Contact, Json), BodyFaults.ReadsAsync)
            .Read(
                2,
                "no Content-Type",
                "read as JSON, everywhere",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {Documents.Contact.Length}\r\n\r\n{Documents.Contact}"),
                        Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                    );
                    await BodyFaults.ReadsAsync(stage);
                    await stage.Client.Contacts.DeleteContactAsync("1");
                }
            )
            .Read(
                null,
                "no Content-Type on a page of HTML",
                "unexpected answer",
                Answers.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {Documents.Html.Length}\r\n\r\n{Documents.Html}"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "Content-Type that is no media type",
                "read as JSON",
                Answers.Ok(Documents.Contact, "Content-Type: ;;;=//"),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "Content-Type in capitals with parameters",
                "read",
                Answers.Ok(Documents.Contact, "Content-Type: APPLICATION/VND.API+JSON; ext=\"https://x\"; profile=y"),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "application/problem+json under 200",
                "read by what it holds",
                Answers.Ok("""{"title":"no"}""", "Content-Type: application/problem+json"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "text/plain",
                "unexpected content type, no body text in the message",
                Answers.Ok(Secrets.Email, "Content-Type: text/plain"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "text/plain")
            )
            .Read(
                null,
                "application/octet-stream with any bytes",
                "unexpected content type",
                Answers.Bytes(200, [0, 255, 1, 254, 0], "Content-Type: application/octet-stream"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "octet-stream")
            );

    public static FaultSection Section { get; } =
        new FaultSection("encoding")
            .Read(1, "gzip", "unpacked", Packed("gzip", Documents.Contact), BodyFaults.ReadsAsync)
            .Read(null, "br", "unpacked", Packed("br", Documents.Contact), BodyFaults.ReadsAsync)
            .Read(
                null,
                "gzip on an error",
                "unpacked",
                Answers.Bytes(422, Pack("gzip", Encoding.UTF8.GetBytes("""{"errors":[{"title":"No"}]}""")), "Content-Encoding: gzip"),
                static async stage => Assert.Equal("No", (await stage.ReadFailsAsync(KajabiErrorKind.Validation)).Errors.Single().Title)
            )
            .Read(
                2,
                "zstd, which nobody asked for",
                "unexpected answer that names it",
                Answers.Bytes(200, [0x28, 0xb5, 0x2f, 0xfd], "Content-Encoding: zstd"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "zstd")
            )
            .Read(
                null,
                "deflate, which nobody asked for",
                "unexpected answer that names it",
                Answers.Bytes(200, Pack("deflate", Encoding.UTF8.GetBytes(Documents.Contact)), "Content-Encoding: deflate"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "deflate")
            )
            .Read(
                null,
                "gzip twice",
                "unpacked or a typed error",
                Answers.Bytes(200, Pack("gzip", Pack("gzip", Encoding.UTF8.GetBytes(Documents.Contact))), "Content-Encoding: gzip, gzip"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "plain text that calls itself gzip",
                "unexpected answer: damaged",
                Answers.Ok(Documents.Contact, "Content-Encoding: gzip"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "compressed data is invalid")
            )
            .Read(
                null,
                "plain text that calls itself br",
                "unexpected answer: damaged",
                Answers.Ok(Documents.Contact, "Content-Encoding: br"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "compressed data is invalid")
            )
            .Read(
                null,
                "gzip that ends early",
                "typed error, never half a contact",
                Answers.Bytes(200, Pack("gzip", Encoding.UTF8.GetBytes(Documents.Contact))[..40], "Content-Encoding: gzip"),
                static stage => stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync())
            )
            .Read(
                null,
                "gzip with rubbish behind it",
                "read, or a typed error",
                Answers.Bytes(200, [.. Pack("gzip", Encoding.UTF8.GetBytes(Documents.Contact)), 1, 2, 3], "Content-Encoding: gzip"),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "Content-Encoding: identity",
                "read",
                Answers.Ok(Documents.Contact, "Content-Encoding: identity"),
                BodyFaults.ReadsAsync
            )
            .Read(
                3,
                "charset=utf-16",
                "read",
                Answers.Bytes(200, Encoding.Unicode.GetBytes(Documents.Contact), Json + "; charset=utf-16"),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "UTF-16 with a byte order mark and no charset",
                "read",
                Answers.Bytes(200, [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Documents.Contact)]),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "UTF-8 with a byte order mark",
                "read",
                Answers.Bytes(200, [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Documents.Contact)]),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "UTF-32 with a byte order mark",
                "read",
                Answers.Bytes(200, [0xff, 0xfe, 0, 0, .. Encoding.UTF32.GetBytes(Documents.Contact)]),
                BodyFaults.ReadsAsync
            )
            .Read(4, "charset=utf-99", "read as UTF-8", Answers.Ok(Documents.Contact, Json + "; charset=utf-99"), BodyFaults.ReadsAsync)
            .Read(
                null,
                "charset=utf-7, charset empty, charset quoted",
                "read as UTF-8",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(Documents.Contact, Json + "; charset=utf-7"),
                        Answers.Ok(Documents.Contact, Json + "; charset="),
                        Answers.Ok(Documents.Contact, Json + "; charset=\"utf-8\"")
                    );
                    await BodyFaults.ReadsAsync(stage);
                    await BodyFaults.ReadsAsync(stage);
                    await BodyFaults.ReadsAsync(stage);
                }
            )
            .Read(
                null,
                "charset=iso-8859-1",
                "read",
                Answers.Bytes(200, Encoding.Latin1.GetBytes(Documents.Attributes("\"name\":\"Adä\"")), Json + "; charset=iso-8859-1"),
                static stage => NamedAsync(stage, "Adä")
            )
            .Read(
                null,
                "bytes that are no UTF-8",
                "U+FFFD in their place",
                Answers.Bytes(
                    200,
                    [.. "{\"data\":{\"id\":\"123\",\"type\":\"contacts\",\"attributes\":{\"name\":\"A"u8, 0xff, 0xc0, .. "\"}}}"u8]
                ),
                static async stage => Assert.StartsWith("A\ufffd", (await stage.ReadAsync()).Attributes.Name, StringComparison.Ordinal)
            )
            .Read(
                5,
                "half a surrogate pair in a name",
                "kept or U+FFFD, and can be sent back",
                Answers.Ok(
                    Documents.Attributes(
                        """
                        "name":"A\ud800"
                        """
                    )
                ),
                static async stage =>
                {
                    Contact contact = await stage.ReadAsync();
                    Assert.Matches("^A[\ud800\ufffd]$", contact.Attributes.Name);
                    await stage.Client.Contacts.UpdateContactAsync("123", new ContactAttributes { Name = contact.Attributes.Name });
                    Assert.Contains("A\ufffd", stage.Server.Requests[^1].Text, StringComparison.Ordinal);
                }
            )
            .Read(
                null,
                "NUL and other controls, raw and escaped",
                "kept",
                Answers.Ok(Documents.Attributes("\"name\":\"A\\u0000\\u001f\u0001\"")),
                static stage => NamedAsync(stage, "A\0\u001f\u0001")
            )
            .Read(
                null,
                "emoji, right-to-left marks, combining letters",
                "kept",
                Answers.Ok(Documents.Attributes("\"name\":\"👩🏽‍💻\u202e\u0301\"")),
                static stage => NamedAsync(stage, "👩🏽‍💻\u202e\u0301")
            );

    public static byte[] Pack(string coding, byte[] bytes)
    {
        using MemoryStream packed = new();
        using (
            Stream packer = coding switch
            {
                "br" => new BrotliStream(packed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
                _ => new GZipStream(packed, CompressionLevel.Fastest),
            }
        )
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }

    private static Reply Packed(string coding, string text) =>
        Answers.Bytes(200, Pack(coding, Encoding.UTF8.GetBytes(text)), $"Content-Encoding: {coding}");

    private static async Task NamedAsync(Stage stage, string name) => Assert.Equal(name, (await stage.ReadAsync()).Attributes.Name);
}
