namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>Base class of the tests of faults: a sandbox, and a client that does not retry.</summary>
public abstract class FaultTestBase : IAsyncLifetime
{
    private KajabiSandbox? _sandbox;
    private KajabiClient? _kajabi;

    protected KajabiSandbox Sandbox => _sandbox!;

    /// <summary>A client that sends each request once.</summary>
    protected KajabiClient Kajabi => _kajabi!;

    public async Task InitializeAsync()
    {
        _sandbox = await KajabiSandbox.StartAsync();
        _kajabi = CreateClient(maxAttempts: 1);
        await _kajabi.Contacts.GetContactAsync("123"); // Gets the token.
    }

    public async Task DisposeAsync()
    {
        _kajabi!.Dispose();
        await _sandbox!.DisposeAsync();
    }

    protected KajabiClient CreateClient(int maxAttempts, TimeProvider? time = null) =>
        new(
            new KajabiClientOptions
            {
                BaseAddress = Sandbox.BaseAddress,
                ClientId = Sandbox.ClientId,
                ClientSecret = Sandbox.ClientSecret,
                Retry = { MaxAttempts = maxAttempts, BaseDelay = TimeSpan.FromMilliseconds(1) },
            },
            timeProvider: time
        );

    protected Task<KajabiApiException> GetErrorAsync() =>
        Assert.ThrowsAsync<KajabiApiException>(() => Kajabi.Contacts.GetContactAsync("123"));

    protected Task<KajabiApiException> CreateAndFailAsync(string email) =>
        Assert.ThrowsAsync<KajabiApiException>(() =>
            Kajabi.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ann", Email = email }, siteId: "1")
        );

    protected async Task<int> CountAsync(string email) =>
        (await Kajabi.Contacts.ListAllContactsAsync(new ListContactsQuery { Search = email }).ReadAllAsync()).Count;
}
