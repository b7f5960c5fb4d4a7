using Kajabi.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.IntegrationTests.Reading;

/// <summary>Jobs that read what is new since their last run, over a real socket, with the requests that they send.</summary>
public sealed class ChangeSequenceTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly SentRequests _requests = new();
    private ServiceProvider? _services;
    private KajabiSandbox? _sandbox;

    private KajabiClient Kajabi => _services!.GetRequiredService<KajabiClient>();

    [Fact]
    public async Task Changed_purchases_are_filtered_by_the_watermark_minus_the_overlap()
    {
        ChangeSequence<Purchase> all = Kajabi.Purchases.ListChangedPurchasesAsync(since: null);
        IReadOnlyList<string> allIds = await ReadAsync(all);
        _time.Advance(TimeSpan.FromDays(1));
        await Kajabi.Purchases.DeactivatePurchaseAsync("1022");
        DateTimeOffset changedAt = _time.GetUtcNow();
        ChangeSequence<Purchase> changes = Kajabi.Purchases.ListChangedPurchasesAsync(
            new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.FromHours(2)),
            new ListPurchasesQuery { SiteId = "1" },
            overlap: TimeSpan.FromMinutes(30)
        );
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero), changes.Watermark);
        IReadOnlyList<string> changedIds = await ReadAsync(changes);

        Assert.Equal(["1021", "1022"], allIds.Order());
        Assert.Equal(["1022"], changedIds);
        Assert.Equal(changedAt, changes.Watermark);
        Assert.Equal(
            ["filter[site_id]=1", "sort=updated_at", "filter[updated_at_gte]=2026-05-01T07:30:00Z"],
            _requests.Last("/v1/purchases")
        );
    }

    [Fact]
    public async Task Created_contacts_are_read_from_the_end_until_an_older_one_is_found()
    {
        DateTimeOffset start = _time.GetUtcNow();
        string[] added = await AddContactsAsync(3);

        ChangeSequence<Contact> changes = Kajabi.Contacts.ListCreatedContactsAsync(start, new ListContactsQuery { PageSize = 2 });
        IReadOnlyList<string> read = await ReadAsync(changes);

        Assert.Equal(added.Order(), read.Order());
        Assert.Equal(_time.GetUtcNow(), changes.Watermark);
        Assert.Equal(["page[number]=31", "page[size]=2", "sort=created_at"], _requests.Last("/v1/contacts").Order());
    }

    [Fact]
    public async Task No_contact_is_skipped_while_others_are_deleted_and_added()
    {
        DateTimeOffset start = _time.GetUtcNow();
        string[] added = await AddContactsAsync(9);
        List<string> read = [];
        await foreach (Contact contact in Kajabi.Contacts.ListCreatedContactsAsync(start, new ListContactsQuery { PageSize = 2 }))
        {
            read.Add(contact.Id);
            if (read.Count is 3 or 5)
            {
                // Shifts all pages after the first one towards the beginning.
                await Kajabi.Contacts.DeleteContactAsync($"214843300{read.Count}");
                await AddContactsAsync(1, $"later{read.Count}");
            }
        }

        Assert.Equal(added.Order(), read.Order());
    }

    [Fact]
    public async Task Days_of_transactions_start_one_day_earlier_and_older_transactions_are_left_out()
    {
        DateTimeOffset since = new(2026, 1, 8, 0, 0, 0, TimeSpan.Zero);

        ChangeSequence<Transaction> changes = Kajabi.Transactions.ListCreatedTransactionsAsync(since, overlap: TimeSpan.Zero);
        IReadOnlyList<string> read = await ReadAsync(changes);
        IReadOnlyList<string> earlier = await ReadAsync(Kajabi.Transactions.ListCreatedTransactionsAsync(since.AddDays(-3)));

        Assert.Equal(["1032"], read);
        Assert.Equal(["1031", "1032"], earlier.Order());
        Assert.Equal(new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero), changes.Watermark);
        Assert.Equal(["filter[start_date]=2026-01-03"], _requests.Last("/v1/transactions"));
    }

    [Fact]
    public async Task Every_list_that_can_be_read_so_returns_nothing_older_and_all_without_a_watermark()
    {
        DateTimeOffset future = _time.GetUtcNow().AddYears(1);

        Assert.NotEmpty(await ReadAsync(Kajabi.ContactNotes.ListChangedContactNotesAsync(null)));
        Assert.Empty(await ReadAsync(Kajabi.ContactNotes.ListChangedContactNotesAsync(future)));
        Assert.NotEmpty(await ReadAsync(Kajabi.LandingPages.ListChangedLandingPagesAsync(null)));
        Assert.Empty(await ReadAsync(Kajabi.LandingPages.ListChangedLandingPagesAsync(future)));
        Assert.NotEmpty(await ReadAsync(Kajabi.Customers.ListCreatedCustomersAsync(null)));
        Assert.Empty(await ReadAsync(Kajabi.Customers.ListCreatedCustomersAsync(future)));
        Assert.NotEmpty(await ReadAsync(Kajabi.Orders.ListCreatedOrdersAsync(DateTimeOffset.MinValue)));
        Assert.Empty(await ReadAsync(Kajabi.Orders.ListCreatedOrdersAsync(future)));
        Assert.NotEmpty(await ReadAsync(Kajabi.Orders.ListCreatedOrderItemsAsync(null)));
        Assert.Empty(await ReadAsync(Kajabi.Orders.ListCreatedOrderItemsAsync(future)));
        Assert.NotEmpty(await ReadAsync(Kajabi.Sites.ListCreatedWebsitePagesAsync(null)));
        Assert.Empty(await ReadAsync(Kajabi.Sites.ListCreatedWebsitePagesAsync(future)));
    }

    [Fact]
    public void A_query_with_a_parameter_of_the_sequence_and_a_negative_overlap_are_rejected()
    {
        ListPurchasesQuery filtered = new() { Filter = { UpdatedAt = { GreaterThanOrEqualTo = _time.GetUtcNow() } } };

        Assert.Throws<ArgumentException>(() => Kajabi.Purchases.ListChangedPurchasesAsync(null, filtered));
        Assert.Throws<ArgumentException>(() => Kajabi.Purchases.ListChangedPurchasesAsync(null, new() { PageNumber = 2 }));
        Assert.Throws<ArgumentException>(() => Kajabi.Contacts.ListCreatedContactsAsync(null, new() { Sort = [ContactSort.Email] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kajabi.Contacts.ListCreatedContactsAsync(null, overlap: TimeSpan.FromTicks(-1)));
    }

    public async Task InitializeAsync()
    {
        _sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = _time });
        ServiceCollection services = new();
        services
            .AddKajabi(options =>
            {
                options.BaseAddress = _sandbox.BaseAddress;
                options.ClientId = _sandbox.ClientId;
                options.ClientSecret = _sandbox.ClientSecret;
            })
            .ConfigurePrimaryHttpMessageHandler(_requests.CreateHandler);
        _services = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _sandbox!.DisposeAsync();
    }

    private static async Task<IReadOnlyList<string>> ReadAsync<TResource>(ChangeSequence<TResource> changes)
        where TResource : Resource
    {
        List<string> ids = [];
        await foreach (TResource resource in changes)
        {
            ids.Add(resource.Id);
        }

        return ids;
    }

    private async Task<string[]> AddContactsAsync(int count, string prefix = "added")
    {
        List<string> ids = [];
        for (int number = 0; number < count; number++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            ContactAttributes attributes = new() { Email = $"{prefix}{number}@example.com" };
            ids.Add((await Kajabi.Contacts.CreateContactAsync(attributes, "1")).Data.Id);
        }

        return [.. ids];
    }
}
