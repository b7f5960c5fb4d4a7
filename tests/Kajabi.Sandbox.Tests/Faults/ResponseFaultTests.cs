using System.Net;

namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>Faults that replace the response, through the SDK on a real socket.</summary>
public sealed class ResponseFaultTests : FaultTestBase
{
    public static TheoryData<string, int, KajabiErrorKind> Faults =>
        new()
        {
            { nameof(SandboxFault.Forbidden), 403, KajabiErrorKind.Forbidden },
            { nameof(SandboxFault.NotFound), 404, KajabiErrorKind.NotFound },
            { nameof(SandboxFault.UnprocessableEntity), 422, KajabiErrorKind.Validation },
            { nameof(SandboxFault.TooManyRequests), 429, KajabiErrorKind.RateLimited },
            { nameof(SandboxFault.InternalServerError), 500, KajabiErrorKind.ServerError },
            { nameof(SandboxFault.BadGateway), 502, KajabiErrorKind.ServerError },
            { nameof(SandboxFault.ServiceUnavailable), 503, KajabiErrorKind.ServerError },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_client_receives_the_status_code_once(string name, int status, KajabiErrorKind kind)
    {
        SandboxFaultRule rule = Sandbox.Faults.Add(Create(name));

        KajabiApiException error = await GetErrorAsync();

        Assert.Equal((kind, (HttpStatusCode)status), (error.Kind, error.StatusCode));
        Assert.NotNull(error.RequestId);
        Assert.Equal((0, 0), (rule.RemainingCount, Sandbox.Faults.Rules.Count));
        Assert.Equal("123", (await Kajabi.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Equal([status, 200], Sandbox.Requests.TakeLast(2).Select(static request => request.StatusCode ?? 0));
    }

    [Fact]
    public async Task The_client_refreshes_a_token_that_is_rejected_although_it_is_valid()
    {
        Sandbox.Faults.Add(SandboxFault.Unauthorized());

        Assert.Equal("123", (await Kajabi.Contacts.GetContactAsync("123")).Data.Id);

        Assert.Equal(2, Sandbox.TokenRequestCount);
        Assert.Equal([401, 200, 200], Sandbox.Requests.TakeLast(3).Select(static request => request.StatusCode ?? 0));
    }

    [Fact]
    public async Task Validation_errors_have_a_pointer_and_a_detail()
    {
        Sandbox.Faults.Add(
            SandboxFault.UnprocessableEntity(
                new SandboxError("email has already been taken", "/data/attributes/email"),
                new SandboxError("name is too long")
            )
        );

        KajabiApiException error = await CreateAndFailAsync("ann@example.com");

        Assert.Equal(
            [("/data/attributes/email", "email has already been taken"), (null, "name is too long")],
            error.Errors.Select(static one => (one.Pointer, one.Detail))
        );
    }

    [Fact]
    public async Task Retry_After_is_sent_in_seconds_or_not_at_all()
    {
        Sandbox.Faults.Add(SandboxFault.TooManyRequests(TimeSpan.FromMilliseconds(1500)));
        Sandbox.Faults.Add(SandboxFault.TooManyRequests());
        Sandbox.Faults.Add(SandboxFault.ServiceUnavailable(TimeSpan.FromMinutes(1)));

        Assert.Equal(TimeSpan.FromSeconds(2), (await GetErrorAsync()).RetryAfter);
        Assert.Null((await GetErrorAsync()).RetryAfter);
        Assert.Equal(TimeSpan.FromMinutes(1), (await GetErrorAsync()).RetryAfter);
    }

    [Fact]
    public async Task A_bad_gateway_is_an_HTML_page()
    {
        Sandbox.Faults.Add(SandboxFault.BadGateway());

        KajabiApiException error = await GetErrorAsync();

        Assert.Empty(error.Errors);
        Assert.Contains("<title>502 Bad gateway</title>", error.BodyExcerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_response_can_be_sent()
    {
        Sandbox.Faults.Add(SandboxFault.Respond(418, "Retry later", "text/plain"));

        KajabiApiException error = await GetErrorAsync();

        Assert.Equal((HttpStatusCode)418, error.StatusCode);
        Assert.Equal("Retry later", error.BodyExcerpt);
        Assert.Throws<ArgumentOutOfRangeException>(static () => SandboxFault.Respond(99));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SandboxFault.Respond(600));
    }

    [Fact]
    public async Task A_fault_before_the_request_is_handled_stores_nothing()
    {
        Sandbox.Faults.Add(SandboxFault.BadGateway(), method: HttpMethod.Post);

        await CreateAndFailAsync("ann@example.com");

        Assert.Equal(0, await CountAsync("ann@example.com"));
    }

    [Fact]
    public async Task A_fault_after_the_request_is_handled_stores_its_changes()
    {
        Sandbox.Faults.Add(SandboxFault.BadGateway().AfterHandling(), method: HttpMethod.Post);

        KajabiApiException error = await CreateAndFailAsync("ann@example.com");

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
        Assert.Equal(1, await CountAsync("ann@example.com"));
    }

    private static SandboxFault Create(string name) =>
        name switch
        {
            nameof(SandboxFault.Forbidden) => SandboxFault.Forbidden(),
            nameof(SandboxFault.NotFound) => SandboxFault.NotFound(),
            nameof(SandboxFault.UnprocessableEntity) => SandboxFault.UnprocessableEntity(),
            nameof(SandboxFault.TooManyRequests) => SandboxFault.TooManyRequests(),
            nameof(SandboxFault.InternalServerError) => SandboxFault.InternalServerError(),
            nameof(SandboxFault.BadGateway) => SandboxFault.BadGateway(),
            _ => SandboxFault.ServiceUnavailable(),
        };
}
