using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Responses that are nested too deeply, too large, or decompression bombs.</summary>
internal static class SizeFaults
{
    private const int Megabyte = 1024 * 1024;
    private const int Many = 200_000;

    public static FaultSection Section { get; } =
        new FaultSection("size")
            .Read(
                1,
                "100,000 nested arrays in an attribute",
                "unexpected response that names the depth",
                Responses.Ok(TestDocuments.Attributes($"\"extra\":{new string('[', 100_000)}{new string(']', 100_000)}")),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "64 levels")
            )
            .Read(
                null,
                "100,000 nested objects at every location of a value",
                "unexpected response that names the depth",
                static async scenario =>
                {
                    string deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
                    foreach (
                        string location in (string[])
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
                        scenario.Server.Respond(Responses.Ok(location + deep));
                        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "levels");
                    }
                }
            )
            .Read(
                null,
                "an error nested 100,000 deep",
                "the status code, no errors",
                Responses.Status(422, "{\"errors\":" + new string('[', 100_000)),
                static async scenario => Assert.Empty((await scenario.AssertReadFailsAsync(KajabiErrorKind.Validation)).Errors)
            )
            .Read(
                null,
                "nested as deep as MaxResponseDepth allows, and one level deeper",
                "read, and rejected",
                static async scenario =>
                {
                    scenario.Configure(static options => options.MaxResponseDepth = 512);
                    scenario.Server.Respond(Responses.Ok(Nested(509)), Responses.Ok(Nested(510)));
                    Assert.Contains(
                        new string('[', 509),
                        JsonApiSerializer.Serialize(await scenario.ReadAsync()),
                        StringComparison.Ordinal
                    );
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "512 levels");
                }
            )
            .Read(
                2,
                "100 MB with status code 200",
                "rejected at the limit, bounded memory",
                LargeResponse(200, 100),
                static scenario => AssertBoundedMemoryAsync(scenario, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                2,
                "100 MB with status code 500",
                "the status code, bounded memory",
                static async scenario =>
                {
                    scenario.Server.Respond(LargeResponse(500, 100));
                    await AssertBoundedMemoryAsync(scenario, KajabiErrorKind.ServerError, 40);
                }
            )
            .Read(
                null,
                "endless chunks",
                "rejected at the limit, bounded memory",
                static async exchange =>
                {
                    await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
                    byte[] chunk = [.. Encoding.Latin1.GetBytes("10000\r\n"), .. new byte[0x10000], .. "\r\n"u8];
                    while (true)
                    {
                        await exchange.WriteAsync(chunk);
                    }
                },
                static scenario => AssertBoundedMemoryAsync(scenario, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                3,
                "1 GB of zeros as 1 MB of gzip",
                "rejected at the limit, counted after decompression",
                DecompressionBomb("gzip"),
                static scenario => AssertBoundedMemoryAsync(scenario, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                null,
                "64 MB of zeros compressed with br",
                "rejected at the limit, counted after decompression",
                Responses.Bytes(200, EncodingFaults.Compress("br", new byte[64 * Megabyte]), "Content-Encoding: br"),
                static scenario => AssertBoundedMemoryAsync(scenario, KajabiErrorKind.UnexpectedResponse, 80, "MaxResponseBytes")
            )
            .Read(
                null,
                "a decompression bomb with an error status code",
                "the status code, bounded memory",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Bytes(422, GzipBomb(), "Content-Encoding: gzip"));
                    await AssertBoundedMemoryAsync(scenario, KajabiErrorKind.Validation, 40);
                }
            )
            .Read(
                null,
                "a decompression bomb from the token endpoint",
                "rejected at the limit, bounded memory",
                static async scenario =>
                {
                    scenario.Server.RespondToTokenRequests(Responses.Bytes(200, GzipBomb(), "Content-Encoding: gzip"));
                    await AssertBoundedMemoryAsync(scenario, KajabiErrorKind.UnexpectedResponse, 80);
                    scenario.AssertRequestCount(0);
                }
            )
            .Read(
                4,
                "200,000 included resources, all linked",
                "read in one pass",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(Linked(Many)));
                    Contact contact = await scenario.ReadAsync();
                    Assert.Equal(Many, contact.Offers.Count);
                    Assert.Equal(RelationshipState.Loaded, contact.Relationships.Offers.State);
                }
            )
            .Read(
                4,
                "ten times as many linked resources",
                "about ten times the memory",
                static async scenario =>
                {
                    (long few, long many) = (
                        await MeasureAllocationAsync(scenario, Linked(Many / 20)),
                        await MeasureAllocationAsync(scenario, Linked(Many / 2))
                    );
                    Assert.InRange(many / (double)few, 5, 15);
                }
            )
            .Read(
                null,
                "200,000 duplicates of one included resource",
                "read in one pass, one is kept",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(
                            TestDocuments.ContactWith(
                                "\"attributes\":{}",
                                ",\"included\":[" + string.Join(',', Enumerable.Repeat("{\"id\":\"1\",\"type\":\"offers\"}", Many)) + "]"
                            )
                        )
                    );
                    Assert.Single((await scenario.Client.Contacts.GetContactAsync("123")).Included);
                }
            )
            .Read(
                null,
                "headers of more than 64 KiB",
                "unexpected response, not retried",
                Responses.Ok(TestDocuments.Contact, "X-Flood: " + new string('x', 70_000)),
                static async scenario =>
                {
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "headers", "64 KiB");
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                null,
                "100,000 headers",
                "unexpected response, not retried",
                Responses.Ok(TestDocuments.Contact, [.. Enumerable.Range(0, 100_000).Select(static number => $"X-{number}: 1")]),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "headers")
            )
            .Read(
                null,
                "a status line of 1 MB",
                "unexpected response",
                Responses.Raw("HTTP/1.1 200 " + new string('x', Megabyte)),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse)
            )
            .Read(
                null,
                "a name of 1 MB",
                "read",
                Responses.Ok(TestDocuments.Attributes($"\"name\":\"{new string('x', Megabyte)}\"")),
                static async scenario => Assert.Equal(Megabyte, (await scenario.ReadAsync()).Attributes.Name?.Length)
            )
            .Read(
                null,
                "an error response with a title of 10 MB",
                "the status code, a short message, a short excerpt",
                Responses.Status(500, "{\"errors\":[{\"title\":\"" + new string('x', 10 * Megabyte) + "\"}]}"),
                static async scenario =>
                {
                    KajabiApiException exception = await scenario.AssertReadFailsAsync(KajabiErrorKind.ServerError);
                    Assert.InRange(exception.ToString().Length, 1, 10_000);
                    Assert.Equal(1024, exception.BodyExcerpt?.Length);
                }
            )
            .Read(
                null,
                "100,000 errors",
                "all listed, a short message",
                Responses.Status(422, "{\"errors\":[" + string.Join(',', Enumerable.Repeat("{}", 100_000)) + "]}"),
                static async scenario =>
                    Assert.InRange((await scenario.AssertReadFailsAsync(KajabiErrorKind.Validation)).ToString().Length, 1, 10_000)
            );

    private static string Nested(int depth) => TestDocuments.Attributes($"\"extra\":{new string('[', depth)}{new string(']', depth)}");

    private static string Linked(int count)
    {
        IEnumerable<string> identifiers = Enumerable.Range(0, count).Select(static id => $$"""{"id":"{{id}}","type":"offers"}""");
        return TestDocuments.ContactWith(
            "\"relationships\":{\"offers\":{\"data\":[" + string.Join(',', identifiers) + "]}}",
            ",\"included\":[" + string.Join(',', identifiers) + "]"
        );
    }

    private static ResponseWriter LargeResponse(int status, int megabytes) =>
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

    private static ResponseWriter DecompressionBomb(string coding) => Responses.Bytes(200, GzipBomb(), $"Content-Encoding: {coding}");

    /// <summary>A gigabyte of zeros. A gzip file may have several members, so one member is compressed and repeated.</summary>
    private static byte[] GzipBomb()
    {
        byte[] part = EncodingFaults.Compress("gzip", new byte[16 * Megabyte]);
        return [.. Enumerable.Repeat(part, 64).SelectMany(static one => one)];
    }

    /// <summary>Asserts a limit of the memory that the process allocates until the response is rejected, the server included.</summary>
    private static async Task AssertBoundedMemoryAsync(
        FaultScenario scenario,
        KajabiErrorKind kind,
        int megabytes,
        params string[] messageParts
    )
    {
        long before = GC.GetTotalAllocatedBytes();
        await scenario.AssertReadFailsAsync(kind, messageParts);
        Assert.InRange((GC.GetTotalAllocatedBytes() - before) / Megabyte, 0, megabytes);
    }

    private static async Task<long> MeasureAllocationAsync(FaultScenario scenario, string body)
    {
        long before = 0;
        ResponseWriter ordinary = Responses.Ok(body);
        scenario.Server.Respond(exchange =>
        {
            before = GC.GetTotalAllocatedBytes();
            return ordinary(exchange);
        });
        await scenario.ReadAsync();
        return GC.GetTotalAllocatedBytes() - before;
    }
}
