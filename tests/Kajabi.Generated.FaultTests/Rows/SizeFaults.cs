using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Answers that are too deep, too large, or larger than they look.</summary>
internal static class SizeFaults
{
    private const int Megabyte = 1024 * 1024;
    private const int Many = 200_000;

    public static FaultSection Section { get; } =
        new FaultSection("size")
            .Read(
                1,
                "100,000 nested arrays in an attribute",
                "unexpected answer that names the depth",
                Answers.Ok(Documents.Attributes($"\"odd\":{new string('[', 100_000)}{new string(']', 100_000)}")),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "64 levels")
            )
            .Read(
                null,
                "100,000 nested objects everywhere a value may stand",
                "unexpected answer that names the depth",
                static async stage =>
                {
                    string deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
                    foreach (
                        string place in (string[])
                            [
                                "{\"x\":",
                                "{\"meta\":",
                                "{\"links\":",
                                "{\"included\":[",
                                "{\"data\":{\"relationships\":{\"offers\":",
                                "{\"data\":{\"links\":",
                                "{\"data\":{\"attributes\":",
                                "{\"errors\":",
                            ]
                    )
                    {
                        stage.Server.Answer(Answers.Ok(place + deep));
                        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "levels");
                    }
                }
            )
            .Read(
                null,
                "an error nested 100,000 deep",
                "its status, no errors",
                Answers.Status(422, "{\"errors\":" + new string('[', 100_000)),
                static async stage => Assert.Empty((await stage.ReadFailsAsync(KajabiErrorKind.Validation)).Errors)
            )
            .Read(
                null,
                "nested as deep as MaxResponseDepth allows, and one deeper",
                "read, and refused",
                static async stage =>
                {
                    stage.With(static options => options.MaxResponseDepth = 512);
                    stage.Server.Answer(Answers.Ok(Nested(509)), Answers.Ok(Nested(510)));
                    Assert.Contains(new string('[', 509), JsonApiSerializer.Serialize(await stage.ReadAsync()), StringComparison.Ordinal);
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "512 levels");
                }
            )
            .Read(
                2,
                "100 MB under 200",
                "refused at the limit, memory bounded",
                Flood(200, 100),
                static stage => BoundedAsync(stage, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                2,
                "100 MB under 500",
                "its status, memory bounded",
                static async stage =>
                {
                    stage.Server.Answer(Flood(500, 100));
                    await BoundedAsync(stage, KajabiErrorKind.ServerError, 40);
                }
            )
            .Read(
                null,
                "chunks without end",
                "refused at the limit, memory bounded",
                static async exchange =>
                {
                    await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
                    byte[] chunk = [.. Encoding.Latin1.GetBytes("10000\r\n"), .. new byte[0x10000], .. "\r\n"u8];
                    while (true)
                    {
                        await exchange.WriteAsync(chunk);
                    }
                },
                static stage => BoundedAsync(stage, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                3,
                "1 GB of zeros as 1 MB of gzip",
                "refused at the limit, counted unpacked",
                Bomb("gzip"),
                static stage => BoundedAsync(stage, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                null,
                "64 MB of zeros as a little br",
                "refused at the limit, counted unpacked",
                Answers.Bytes(200, EncodingFaults.Pack("br", new byte[64 * Megabyte]), "Content-Encoding: br"),
                static stage => BoundedAsync(stage, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                null,
                "a bomb under an error status",
                "its status, memory bounded",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Bytes(422, Zipped(), "Content-Encoding: gzip"));
                    await BoundedAsync(stage, KajabiErrorKind.Validation, 40);
                }
            )
            .Read(
                null,
                "a bomb from the token endpoint",
                "refused at the limit, memory bounded",
                static async stage =>
                {
                    stage.Server.AnswerToken(Answers.Bytes(200, Zipped(), "Content-Encoding: gzip"));
                    await BoundedAsync(stage, KajabiErrorKind.UnexpectedResponse, 80);
                    stage.Sent(0);
                }
            )
            .Read(
                4,
                "200,000 included resources, all linked",
                "read in one pass",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Linked(Many)));
                    Contact contact = await stage.ReadAsync();
                    Assert.Equal(Many, contact.Offers.Count);
                    Assert.Equal(RelationshipState.Loaded, contact.Relationships.Offers.State);
                }
            )
            .Read(
                4,
                "ten times as many linked resources",
                "about ten times the memory",
                static async stage =>
                {
                    (long few, long many) = (await MeasuredAsync(stage, Linked(Many / 20)), await MeasuredAsync(stage, Linked(Many / 2)));
                    Assert.InRange(many / (double)few, 5, 15);
                }
            )
            .Read(
                null,
                "200,000 repetitions of one included resource",
                "read in one pass, one stands",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(
                            Documents.ContactWith(
                                "\"attributes\":{}",
                                ",\"included\":[" + string.Join(',', Enumerable.Repeat("{\"id\":\"1\",\"type\":\"offers\"}", Many)) + "]"
                            )
                        )
                    );
                    Assert.Single((await stage.Client.Contacts.GetContactAsync("123")).Included);
                }
            )
            .Read(
                null,
                "headers of 65 KB and more",
                "unexpected answer, not repeated",
                Answers.Ok(Documents.Contact, "X-Flood: " + new string('x', 70_000)),
                static async stage =>
                {
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "headers", "64 KiB");
                    stage.Sent(1);
                }
            )
            .Read(
                null,
                "100,000 headers",
                "unexpected answer, not repeated",
                Answers.Ok(Documents.Contact, [.. Enumerable.Range(0, 100_000).Select(static number => $"X-{number}: 1")]),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "headers")
            )
            .Read(
                null,
                "a status line of 1 MB",
                "unexpected answer",
                Answers.Raw("HTTP/1.1 200 " + new string('x', Megabyte)),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "a name of 1 MB",
                "read",
                Answers.Ok(Documents.Attributes($"\"name\":\"{new string('x', Megabyte)}\"")),
                static async stage => Assert.Equal(Megabyte, (await stage.ReadAsync()).Attributes.Name?.Length)
            )
            .Read(
                null,
                "an error of 10 MB in one title",
                "its status, a short message, a short excerpt",
                Answers.Status(500, "{\"errors\":[{\"title\":\"" + new string('x', 10 * Megabyte) + "\"}]}"),
                static async stage =>
                {
                    KajabiApiException exception = await stage.ReadFailsAsync(KajabiErrorKind.ServerError);
                    Assert.InRange(exception.ToString().Length, 1, 10_000);
                    Assert.Equal(1024, exception.BodyExcerpt?.Length);
                }
            )
            .Read(
                null,
                "100,000 errors",
                "listed, the message short",
                Answers.Status(422, "{\"errors\":[" + string.Join(',', Enumerable.Repeat("{}", 100_000)) + "]}"),
                static async stage => Assert.InRange((await stage.ReadFailsAsync(KajabiErrorKind.Validation)).ToString().Length, 1, 10_000)
            );

    private static string Nested(int depth) => Documents.Attributes($"\"odd\":{new string('[', depth)}{new string(']', depth)}");

    private static string Linked(int count)
    {
        IEnumerable<string> identifiers = Enumerable.Range(0, count).Select(static id => $$"""{"id":"{{id}}","type":"offers"}""");
        return Documents.ContactWith(
            "\"relationships\":{\"offers\":{\"data\":[" + string.Join(',', identifiers) + "]}}",
            ",\"included\":[" + string.Join(',', identifiers) + "]"
        );
    }

    private static Reply Flood(int status, int megabytes) =>
        async exchange =>
        {
            await exchange.WriteAsync(
                $"HTTP/1.1 {status} Flood\r\nContent-Type: application/json\r\nContent-Length: {(long)megabytes * Megabyte}\r\n\r\n"
            );
            byte[] block = new byte[Megabyte];
            for (int i = 0; i < megabytes; i++)
            {
                await exchange.WriteAsync(block);
            }
        };

    private static Reply Bomb(string coding) => Answers.Bytes(200, Zipped(), $"Content-Encoding: {coding}");

    /// <summary>A gigabyte of zeros: gzip may be several parts in a row, so one of them is packed once.</summary>
    private static byte[] Zipped()
    {
        byte[] part = EncodingFaults.Pack("gzip", new byte[16 * Megabyte]);
        return [.. Enumerable.Repeat(part, 64).SelectMany(static one => one)];
    }

    /// <summary>What the process allocates until the answer is refused, the server's own share included.</summary>
    private static async Task BoundedAsync(Stage stage, KajabiErrorKind kind, int megabytes, params string[] says)
    {
        long before = GC.GetTotalAllocatedBytes();
        await stage.ReadFailsAsync(kind, says);
        Assert.InRange((GC.GetTotalAllocatedBytes() - before) / Megabyte, 0, megabytes);
    }

    private static async Task<long> MeasuredAsync(Stage stage, string body)
    {
        long before = 0;
        Reply ordinary = Answers.Ok(body);
        stage.Server.Answer(exchange =>
        {
            before = GC.GetTotalAllocatedBytes();
            return ordinary(exchange);
        });
        await stage.ReadAsync();
        return GC.GetTotalAllocatedBytes() - before;
    }
}
