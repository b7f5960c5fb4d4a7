namespace Acme;

/// <summary>A test controls the time of the sandbox and of the client.</summary>
public sealed class SandboxControlledClock
{
    #region sandbox-clock
    [Fact]
    public async Task A_new_contact_is_found_when_the_search_index_is_up_to_date()
    {
        SandboxClock clock = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = clock, SearchDelay = TimeSpan.FromMinutes(1) }
        );
        using KajabiClient kajabi = new(
            new()
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            },
            timeProvider: clock
        );
        SandboxContact ann = sandbox.Data.AddContact("ann@example.com");

        Assert.Empty((await kajabi.Contacts.ListContactsAsync(new() { Search = "ann@example.com" })).Data);
        clock.Advance(TimeSpan.FromMinutes(1));
        Contact found = (await kajabi.Contacts.ListContactsAsync(new() { Search = "ann@example.com" })).Data.Single();

        Assert.Equal((ann.Id, new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)), (found.Id, found.Attributes.CreatedAt));
    }
    #endregion
}
