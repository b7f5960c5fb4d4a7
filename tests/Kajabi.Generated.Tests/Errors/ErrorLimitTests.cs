using System.Net;
using System.Text;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Errors;

/// <summary>Limits for large error bodies.</summary>
public sealed class ErrorLimitTests
{
    private const int Megabyte = 1024 * 1024;
    private const int MaxErrors = 100;
    private const int MaxText = 1024;

    private static readonly string s_manyErrors = """{"errors":[""" + Repeat("""{"status":"422"}""", 60_000) + "]}";

    // By name, because a test runner copies the arguments of a theory many times.
    private static readonly Dictionary<string, (string Body, int Errors, bool HasMore)> s_bodies = new()
    {
        ["objects"] = (s_manyErrors, MaxErrors, true),
        ["objects, cut"] = ("""{"errors":[""" + Repeat("""{"detail":"x"}""", 100_000) + "]}", MaxErrors, true),
        ["texts"] = ("""{"errors":[""" + Repeat("\"x\"", 100_000) + "]}", MaxErrors, true),
        ["nulls"] = ("""{"errors":[""" + Repeat("null", 100_000) + "]}", MaxErrors, true),
        ["members"] = (
            """{"errors":{""" + string.Join(',', Enumerable.Range(0, 60_000).Select(static number => $"\"a{number}\":\"x\"")) + "}}",
            MaxErrors,
            true
        ),
        ["messages of one member"] = ("""{"errors":{"email":[""" + Repeat("\"x\"", 100_000) + "]}}", MaxErrors, true),
        ["behind many other members"] = ($$"""{"data":[{{Repeat("{}", 200_000)}}],"errors":[{"title":"x"}]}""", 1, false),
        ["with many other members"] = ($$"""{"errors":[{"meta":[{{Repeat("{}", 200_000)}}],"title":"x"}]}""", 1, false),
        ["exactly as many as are listed"] = ("""{"errors":[""" + Repeat("{}", MaxErrors) + "]}", MaxErrors, false),
        ["one more"] = ("""{"errors":[""" + Repeat("{}", MaxErrors + 1) + "]}", MaxErrors, true),
        ["a long title"] = ($$"""{"errors":[{"title":"{{new string('x', 1_000_000)}}"}]}""", 1, false),
        ["a long pointer"] = ("{\"errors\":[{\"source\":{\"pointer\":\"" + new string('/', 1_000_000) + "\"}}]}", 1, false),
        ["a long member name"] = ("{\"errors\":{\"" + new string('x', 1_000_000) + "\":\"x\"}}", 1, false),
        ["deep nesting"] = ("""{"errors":[{"title":"x"},""" + new string('[', 500_000), 1, true),
        ["deep nesting before"] = ("""{"data":""" + new string('[', 500_000), 0, false),
    };

    public static TheoryData<string> Names => [.. s_bodies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_errors_are_limited_in_number_and_length(string name)
    {
        (string body, int errors, bool hasMore) = s_bodies[name];
        KajabiApiException exception = await FailAsync(
            new StringContent(body, null, TestKajabi.MediaType),
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Equal((name, errors, hasMore), (name, exception.Errors.Count, exception.HasMoreErrors));
        Assert.Equal(hasMore, exception.Message.Contains("contains more errors", StringComparison.Ordinal));
        Assert.All(
            exception.Errors,
            static error =>
                Assert.All(
                    new[] { error.Status, error.Title, error.Detail, error.Pointer, error.Parameter, error.Code },
                    static text => Assert.InRange(text?.Length ?? 0, 0, MaxText + 1)
                )
        );
        Assert.InRange(exception.Message.Length, 1, 3000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Errors_in_a_data_document_are_not_loaded(bool isAfterData)
    {
        string json = isAfterData ? """{"data":{"id":"1","type":"contacts"},""" + s_manyErrors[1..] : s_manyErrors;
        long before = GC.GetAllocatedBytesForCurrentThread();

        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactDocument>(json)
        );

        Assert.Equal("errors", exception.Path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Megabyte / 4);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task Reading_a_megabyte_of_errors_allocates_at_most_six_times_its_size(string charset)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "https://api.kajabi.com/v1/contacts/7");
        using HttpResponseMessage response = new(HttpStatusCode.UnprocessableEntity) { RequestMessage = request };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", $"{TestKajabi.MediaType}; charset={charset}");
        using MemoryStream body = new(Encoding.GetEncoding(charset).GetBytes(s_manyErrors));
        using PooledBody read = new();
        Assert.True(await read.TryFillAsync(body, long.MaxValue, CancellationToken.None));
        using BufferedResponseContent content = new(
            read,
            response,
            new SecretRedactor(new KajabiClientOptions(), request),
            TimeProvider.System
        );
        _ = ApiErrorReader.Read(content);
        long before = GC.GetAllocatedBytesForCurrentThread();

        ErrorList errors = ApiErrorReader.Read(content);

        Assert.Equal((MaxErrors, true), (errors.Errors.Count, errors.HasMore));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6L * Megabyte);
    }

    [Fact]
    public async Task Errors_in_a_success_response_are_limited()
    {
        KajabiApiException exception = await FailAsync(new StringContent(s_manyErrors, null, TestKajabi.MediaType), HttpStatusCode.OK);

        Assert.Equal((MaxErrors, true), (exception.Errors.Count, exception.HasMoreErrors));
    }

    private static string Repeat(string text, int count) => string.Join(',', Enumerable.Repeat(text, count));

    private static async Task<KajabiApiException> FailAsync(HttpContent body, HttpStatusCode status)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When("https://api.kajabi.com/v1/contacts/7").Respond(_ => new HttpResponseMessage(status) { Content = body });
        return await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));
    }
}
