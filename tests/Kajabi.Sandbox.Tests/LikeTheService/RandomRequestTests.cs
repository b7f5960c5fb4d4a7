using System.Text;
using CsCheck;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>
/// No request makes the sandbox fail. <c>KAJABI_RANDOM_REQUESTS</c> sets the number of random requests.
/// </summary>
public sealed class RandomRequestTests : RawSandboxTestBase
{
    private const int DefaultCount = 3_000;

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("KAJABI_RANDOM_REQUESTS"), out int count) ? count : DefaultCount;

    [Fact]
    public void No_random_request_makes_the_sandbox_fail()
    {
        Dictionary<int, int> statuses = [];
        Gen.Select(
                RandomRequests.All,
                Gen.OneOf(RawSandbox.MediaType, "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"),
                Gen.Frequency((20, Gen.Const("")), (1, Gen.OneOf("Basic abc", "Bearer", "Bearer x")))
            )
            .Sample(
                (request, mediaType, authorization) =>
                {
                    int status = Send(request.Method, request.Address, request.Body, mediaType, authorization);
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                    Assert.True(status < 500, $"{status}: {request} {mediaType} {authorization}");
                },
                iter: Count,
                threads: 1
            );

        // The requests reach all kinds of responses, and not only the first checks.
        Assert.All((int[])[200, 201, 400, 401, 404, 422], status => Assert.True(statuses.GetValueOrDefault(status) > 0, $"no {status}"));
    }

    private int Send(string method, string address, string body, string mediaType, string authorization)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        if (authorization.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using HttpResponseMessage response = Sandbox.Http.Send(request);
        return (int)response.StatusCode;
    }
}
