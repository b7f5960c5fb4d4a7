using System.Text;
using Kajabi.Http.Content;

namespace Kajabi.Tests.Writing;

/// <summary>A handler can read a request body in each way that .NET offers.</summary>
public sealed class RequestContentTests
{
    private const string Body = """{"data":{"type":"contacts"}}""";

    [Theory]
    [InlineData("stream")]
    [InlineData("synchronous stream")]
    [InlineData("copy")]
    [InlineData("synchronous copy")]
    [InlineData("text")]
    [InlineData("buffer")]
    public async Task The_body_can_be_read_twice(string way)
    {
        using JsonApiContent content = new(new object(), Encoding.UTF8.GetBytes($"[{Body}]").AsMemory(1, Body.Length));

        Assert.Equal(
            (Body, Body, Body.Length),
            (await ReadAsync(content, way), await ReadAsync(content, way), content.Headers.ContentLength)
        );
    }

    private static async Task<string> ReadAsync(HttpContent content, string way)
    {
        using MemoryStream copy = new();
        switch (way)
        {
            case "stream":
                await CopyFromStartAsync(await content.ReadAsStreamAsync(), copy);
                break;
            case "synchronous stream":
                await CopyFromStartAsync(content.ReadAsStream(), copy);
                break;
            case "copy":
                await content.CopyToAsync(copy);
                break;
            case "synchronous copy":
                content.CopyTo(copy, null, CancellationToken.None);
                break;
            case "buffer":
                await content.LoadIntoBufferAsync();
                goto case "text";
            case "text":
                return await content.ReadAsStringAsync();
            default:
                throw new ArgumentOutOfRangeException(nameof(way), way, "There is no such way.");
        }

        return Encoding.UTF8.GetString(copy.ToArray());
    }

    private static async Task CopyFromStartAsync(Stream source, Stream destination)
    {
        source.Position = 0;
        await source.CopyToAsync(destination);
    }
}
