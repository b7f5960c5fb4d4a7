namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>Slow, truncated and lost responses, expired and revoked tokens, through the SDK on a real socket.</summary>
public sealed class ConnectionFaultTests : FaultTestBase
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_reset_connection_has_no_response(bool isAfterHandling, int stored)
    {
        SandboxFault fault = SandboxFault.ConnectionReset();
        Sandbox.Faults.Add(isAfterHandling ? fault.AfterHandling() : fault, method: HttpMethod.Post);

        KajabiApiException error = await CreateAndFailAsync("ann@example.com");

        Assert.Equal((KajabiErrorKind.Network, null), (error.Kind, error.StatusCode));
        Assert.Null(Sandbox.Requests[^1].StatusCode);
        Assert.Equal(stored, await CountAsync("ann@example.com"));
    }

    [Fact]
    public async Task A_truncated_body_is_a_lost_connection_after_the_request_was_handled()
    {
        Sandbox.Faults.Add(SandboxFault.TruncatedBody(), method: HttpMethod.Post);

        KajabiApiException error = await CreateAndFailAsync("ann@example.com");

        Assert.Equal(KajabiErrorKind.Network, error.Kind);
        Assert.Equal(201, Sandbox.Requests[^1].StatusCode);
        Assert.Equal(1, await CountAsync("ann@example.com"));
    }

    [Fact]
    public async Task A_client_that_retries_reads_gets_the_resource_in_spite_of_lost_responses()
    {
        using KajabiClient retrying = CreateClient(maxAttempts: 4);
        Sandbox.Faults.Add(SandboxFault.ConnectionReset());
        Sandbox.Faults.Add(SandboxFault.TruncatedBody());
        Sandbox.Faults.Add(SandboxFault.InternalServerError());

        Assert.Equal("123", (await retrying.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Empty(Sandbox.Faults.Rules);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delay_is_on_the_clock_of_the_sandbox_and_changes_are_stored_after_or_before_it(bool isAfterHandling)
    {
        SandboxClock clock = new(DateTimeOffset.UnixEpoch);
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        SandboxFault fault = SandboxFault.Delay(TimeSpan.FromMinutes(1));
        sandbox.Faults.Add(isAfterHandling ? fault.AfterHandling() : fault, method: HttpMethod.Post, path: "/v1/contacts");

        Task<ContactDocument> created = kajabi.Contacts.CreateContactAsync(
            new ContactAttributes { Email = "ann@example.com" },
            siteId: "1"
        );
        while (!sandbox.Requests.Any(static request => request is { Method: "POST", Path: "/v1/contacts" }))
        {
            await Task.Yield();
        }

        int stored = await CountNewAsync(kajabi);
        while (isAfterHandling && stored == 0)
        {
            stored = await CountNewAsync(kajabi);
        }

        Assert.Equal((isAfterHandling ? 1 : 0, false), (stored, created.IsCompleted));
        while (!created.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(isAfterHandling, (await created).Data.Attributes.CreatedAt == DateTimeOffset.UnixEpoch);
    }

    private static async Task<int> CountNewAsync(KajabiClient kajabi) =>
        (await kajabi.Contacts.ListAllContactsAsync(new ListContactsQuery { Search = "ann@example.com" }).ReadAllAsync()).Count;

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task The_client_gets_a_new_token_for_an_expired_or_revoked_one(bool isRevoked, int tokenRequests)
    {
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = Sandbox.BaseAddress,
                ClientId = Sandbox.ClientId,
                ClientSecret = Sandbox.ClientSecret,
            }
        );
        await kajabi.Contacts.GetContactAsync("123");
        int before = Sandbox.TokenRequestCount;
        Sandbox.Faults.Add(isRevoked ? SandboxFault.RevokedToken() : SandboxFault.ExpiredToken());

        Assert.Equal("123", (await kajabi.Contacts.GetContactAsync("123")).Data.Id);

        // A revoked refresh token is rejected, so a second request sends the credentials.
        Assert.Equal(tokenRequests - 1, Sandbox.TokenRequestCount - before);
    }

    [Fact]
    public async Task A_token_that_expires_after_the_request_is_rejected_by_the_next_one()
    {
        Sandbox.Faults.Add(SandboxFault.ExpiredToken().AfterHandling());

        await Kajabi.Contacts.GetContactAsync("123");
        await Kajabi.Contacts.GetContactAsync("123");

        Assert.Equal([200, 401, 200, 200], Sandbox.Requests.TakeLast(4).Select(static request => request.StatusCode ?? 0));
    }
}
