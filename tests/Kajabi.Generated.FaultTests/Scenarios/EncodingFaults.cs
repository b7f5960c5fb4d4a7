using System.IO.Compression;
using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Media types, charsets, compression, and invalid text.</summary>
internal static class EncodingFaults
{
    private const string Json = "Content-Type: application/json";

    public static FaultSection ContentType { get; } =
        new FaultSection("content type")
            .Read(
                1,
                "JSON:API declared as application/json",
                "read",
                Responses.Ok(TestDocuments.Contact, Json),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                2,
                "no Content-Type",
                "read as JSON for all operations",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {TestDocuments.Contact.Length}\r\n\r\n{TestDocuments.Contact}"),
                        Responses.Raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                    );
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    await scenario.Client.Contacts.DeleteContactAsync("1");
                }
            )
            .Read(
                null,
                "HTML without a Content-Type",
                "unexpected response",
                Responses.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {TestDocuments.Html.Length}\r\n\r\n{TestDocuments.Html}"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "Content-Type that is not a media type",
                "read as JSON",
                Responses.Ok(TestDocuments.Contact, "Content-Type: ;;;=//"),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "Content-Type in capitals with parameters",
                "read",
                Responses.Ok(TestDocuments.Contact, "Content-Type: APPLICATION/VND.API+JSON; ext=\"https://x\"; profile=y"),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "application/problem+json under 200",
                "the body decides",
                Responses.Ok("""{"title":"no"}""", "Content-Type: application/problem+json"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "text/plain",
                "unexpected content type, no body text in the message",
                Responses.Ok(TestSecrets.Email, "Content-Type: text/plain"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "text/plain")
            )
            .Read(
                null,
                "application/octet-stream with any bytes",
                "unexpected content type",
                Responses.Bytes(200, [0, 255, 1, 254, 0], "Content-Type: application/octet-stream"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "octet-stream")
            );

    public static FaultSection Section { get; } =
        new FaultSection("encoding")
            .Read(1, "gzip", "decompressed", Compressed("gzip", TestDocuments.Contact), BodyFaults.AssertContactIsReadAsync)
            .Read(null, "br", "decompressed", Compressed("br", TestDocuments.Contact), BodyFaults.AssertContactIsReadAsync)
            .Read(
                null,
                "gzip on an error",
                "decompressed",
                Responses.Bytes(422, Compress("gzip", Encoding.UTF8.GetBytes("""{"errors":[{"title":"No"}]}""")), "Content-Encoding: gzip"),
                static async scenario =>
                    Assert.Equal("No", (await scenario.AssertReadFailsAsync(KajabiErrorKind.Validation)).Errors.Single().Title)
            )
            .Read(
                2,
                "zstd, which was not accepted",
                "unexpected response that names the coding",
                Responses.Bytes(200, [0x28, 0xb5, 0x2f, 0xfd], "Content-Encoding: zstd"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "zstd")
            )
            .Read(
                null,
                "deflate, which was not accepted",
                "unexpected response that names the coding",
                Responses.Bytes(200, Compress("deflate", Encoding.UTF8.GetBytes(TestDocuments.Contact)), "Content-Encoding: deflate"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "deflate")
            )
            .Read(
                null,
                "gzip twice",
                "decompressed, or a typed error",
                Responses.Bytes(
                    200,
                    Compress("gzip", Compress("gzip", Encoding.UTF8.GetBytes(TestDocuments.Contact))),
                    "Content-Encoding: gzip, gzip"
                ),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "plain text declared as gzip",
                "unexpected response: invalid compression",
                Responses.Ok(TestDocuments.Contact, "Content-Encoding: gzip"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "compressed data is invalid")
            )
            .Read(
                null,
                "plain text declared as br",
                "unexpected response: invalid compression",
                Responses.Ok(TestDocuments.Contact, "Content-Encoding: br"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "compressed data is invalid")
            )
            .Read(
                null,
                "truncated gzip",
                "typed error, no partial contact",
                Responses.Bytes(200, Compress("gzip", Encoding.UTF8.GetBytes(TestDocuments.Contact))[..40], "Content-Encoding: gzip"),
                static scenario => scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync())
            )
            .Read(
                null,
                "gzip with trailing bytes",
                "read, or a typed error",
                Responses.Bytes(
                    200,
                    [.. Compress("gzip", Encoding.UTF8.GetBytes(TestDocuments.Contact)), 1, 2, 3],
                    "Content-Encoding: gzip"
                ),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "Content-Encoding: identity",
                "read",
                Responses.Ok(TestDocuments.Contact, "Content-Encoding: identity"),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                3,
                "charset=utf-16",
                "read",
                Responses.Bytes(200, Encoding.Unicode.GetBytes(TestDocuments.Contact), Json + "; charset=utf-16"),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "UTF-16 with a byte order mark and no charset",
                "read",
                Responses.Bytes(200, [0xff, 0xfe, .. Encoding.Unicode.GetBytes(TestDocuments.Contact)]),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "UTF-8 with a byte order mark",
                "read",
                Responses.Bytes(200, [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(TestDocuments.Contact)]),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "UTF-32 with a byte order mark",
                "read",
                Responses.Bytes(200, [0xff, 0xfe, 0, 0, .. Encoding.UTF32.GetBytes(TestDocuments.Contact)]),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                4,
                "charset=utf-99",
                "read as UTF-8",
                Responses.Ok(TestDocuments.Contact, Json + "; charset=utf-99"),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "charset=utf-7, charset empty, charset quoted",
                "read as UTF-8",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(TestDocuments.Contact, Json + "; charset=utf-7"),
                        Responses.Ok(TestDocuments.Contact, Json + "; charset="),
                        Responses.Ok(TestDocuments.Contact, Json + "; charset=\"utf-8\"")
                    );
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                }
            )
            .Read(
                null,
                "charset=iso-8859-1",
                "read",
                Responses.Bytes(200, Encoding.Latin1.GetBytes(TestDocuments.Attributes("\"name\":\"Adä\"")), Json + "; charset=iso-8859-1"),
                static scenario => AssertNameAsync(scenario, "Adä")
            )
            .Read(
                null,
                "bytes that are not UTF-8",
                "replaced by U+FFFD",
                Responses.Bytes(
                    200,
                    [.. "{\"data\":{\"id\":\"123\",\"type\":\"contacts\",\"attributes\":{\"name\":\"A"u8, 0xff, 0xc0, .. "\"}}}"u8]
                ),
                static async scenario =>
                    Assert.StartsWith("A\ufffd", (await scenario.ReadAsync()).Attributes.Name, StringComparison.Ordinal)
            )
            .Read(
                5,
                "a lone surrogate in a name",
                "kept or replaced by U+FFFD, and can be sent back",
                Responses.Ok(
                    TestDocuments.Attributes(
                        """
                        "name":"A\ud800"
                        """
                    )
                ),
                static async scenario =>
                {
                    Contact contact = await scenario.ReadAsync();
                    Assert.Matches("^A[\ud800\ufffd]$", contact.Attributes.Name);
                    await scenario.Client.Contacts.UpdateContactAsync("123", new ContactAttributes { Name = contact.Attributes.Name });
                    Assert.Contains("A\ufffd", scenario.Server.Requests[^1].Text, StringComparison.Ordinal);
                }
            )
            .Read(
                null,
                "NUL and other control characters, raw and escaped",
                "kept",
                Responses.Ok(TestDocuments.Attributes("\"name\":\"A\\u0000\\u001f\u0001\"")),
                static scenario => AssertNameAsync(scenario, "A\0\u001f\u0001")
            )
            .Read(
                null,
                "emoji, right-to-left marks, combining characters",
                "kept",
                Responses.Ok(TestDocuments.Attributes("\"name\":\"👩🏽‍💻\u202e\u0301\"")),
                static scenario => AssertNameAsync(scenario, "👩🏽‍💻\u202e\u0301")
            );

    public static byte[] Compress(string coding, byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (
            Stream encoder = coding switch
            {
                "br" => new BrotliStream(compressed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest),
                _ => new GZipStream(compressed, CompressionLevel.Fastest),
            }
        )
        {
            encoder.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static ResponseWriter Compressed(string coding, string text) =>
        Responses.Bytes(200, Compress(coding, Encoding.UTF8.GetBytes(text)), $"Content-Encoding: {coding}");

    private static async Task AssertNameAsync(FaultScenario scenario, string name) =>
        Assert.Equal(name, (await scenario.ReadAsync()).Attributes.Name);
}
