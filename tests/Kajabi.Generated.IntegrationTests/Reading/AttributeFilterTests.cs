using Kajabi.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.IntegrationTests.Reading;

/// <summary>What an application does with filters on attributes, over a real socket, with the requests that it sends.</summary>
public sealed class AttributeFilterTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(-5));

    private readonly FakeTimeProvider _time = new(s_start.ToUniversalTime());
    private readonly SentRequests _requests = new();
    private ServiceProvider? _services;
    private KajabiSandbox? _sandbox;

    private KajabiClient Kajabi => _services!.GetRequiredService<KajabiClient>();

    [Fact]
    public async Task A_synchronization_reads_the_purchases_that_changed_since_the_last_one()
    {
        DateTimeOffset since = _time.GetUtcNow().ToOffset(s_start.Offset);
        _time.Advance(TimeSpan.FromMinutes(1));
        await Kajabi.Purchases.DeactivatePurchaseAsync("1022");
        _time.Advance(TimeSpan.FromMinutes(1));
        string sold = _sandbox!.SimulateCheckout("123", "456");
        ListPurchasesQuery query = new()
        {
            SiteId = "1",
            Filter = { UpdatedAt = { GreaterThanOrEqualTo = since } },
            Sort = [PurchaseSort.UpdatedAt],
        };

        List<Purchase> changed = [.. await Kajabi.Purchases.ListAllPurchasesAsync(query).ReadAllAsync()];

        Assert.Equal(["1022", sold], changed.Select(purchase => purchase.Id));
        Assert.Equal(
            ["sort=updated_at", "filter[site_id]=1", "filter[updated_at_gte]=2026-03-01T09:30:00-05:00"],
            _requests.Last("/v1/purchases")
        );
        Assert.Contains(
            "updated_at_gte%5D=2026-03-01T09%3A30%3A00-05%3A00",
            _requests.LastQuery("/v1/purchases"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_report_combines_filters_on_several_attributes_with_a_range_of_one()
    {
        ListPurchasesQuery query = new()
        {
            Deactivated = false,
            CouponCodeEquals = null,
            Filter =
            {
                CreatedAt =
                {
                    GreaterThanOrEqualTo = new(2026, 1, 10, 0, 0, 0, TimeSpan.FromHours(1)),
                    LessThan = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
                },
                Currency = { NotEqualTo = "USD" },
                OptIn = { EqualTo = false },
                AmountInCents = { GreaterThan = 2000 },
            },
        };

        PurchaseCollection purchases = await Kajabi.Purchases.ListPurchasesAsync(query);

        Assert.Equal(["1022"], purchases.Data.Select(purchase => purchase.Id));
        Assert.Equal(
            [
                "filter[deactivated]=false",
                "filter[opt_in_eq]=false",
                "filter[currency_not_eq]=USD",
                "filter[created_at_gte]=2026-01-10T00:00:00+01:00",
                "filter[created_at_lt]=2026-02-01T00:00:00Z",
                "filter[amount_in_cents_gt]=2000",
            ],
            _requests.Last("/v1/purchases")
        );
        Assert.Contains("00%2B01", _requests.LastQuery("/v1/purchases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_and_their_items_have_their_own_spelling_lists_of_values_and_null()
    {
        OrderCollection orders = await Kajabi.Orders.ListOrdersAsync(
            new ListOrdersQuery
            {
                Filter =
                {
                    CreatedAt = { GreaterThanOrEqualTo = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) },
                    CurrencyCode = { In = ["USD", "EUR"] },
                    FulfilledAt = { IsNull = true },
                },
            }
        );
        OrderItemCollection items = await Kajabi.Orders.ListOrderItemsAsync(
            new ListOrderItemsQuery
            {
                FulfilledAtIsNull = false,
                Filter =
                {
                    ItemId = { In = ["456", "457"] },
                    ItemType = { NotIn = ["Bundle"] },
                    Title = { ContainsIgnoringCase = "WHEEL" },
                },
            }
        );

        Assert.Equal(["1002"], orders.Data.Select(order => order.Id));
        Assert.Equal(["1011"], items.Data.Select(item => item.Id));
        Assert.Equal(
            ["filter[created_at_gteq]=2026-01-01T00:00:00Z", "filter[currency_code_in]=USD,EUR", "filter[fulfilled_at_null]=true"],
            _requests.Last("/v1/orders")
        );
        Assert.Equal(
            [
                "filter[item_type_not_in]=Bundle",
                "filter[item_id_in]=456,457",
                "filter[title_i_cont]=WHEEL",
                "filter[fulfilled_at_null]=false",
            ],
            _requests.Last("/v1/order_items")
        );
    }

    [Fact]
    public async Task Pages_and_posts_of_a_site_are_found_by_their_texts()
    {
        LandingPageCollection pages = await Kajabi.LandingPages.ListLandingPagesAsync(
            new ListLandingPagesQuery { SiteId = "1", Filter = { Title = { StartsWith = "Glaze", Contains = "(draft)" } } }
        );
        BlogPostCollection posts = await Kajabi.BlogPosts.ListBlogPostsAsync(
            new ListBlogPostsQuery { SiteId = "1", Filter = { Tags = { EqualTo = "firing" }, Slug = { NotContains = "ash" } } }
        );

        Assert.Equal(["302"], pages.Data.Select(page => page.Id));
        Assert.Equal(["411"], posts.Data.Select(post => post.Id));
        Assert.Equal(["filter[site_id]=1", "filter[title_cont]=(draft)", "filter[title_start]=Glaze"], _requests.Last("/v1/landing_pages"));
        Assert.Equal(["filter[site_id]=1", "filter[slug_not_cont]=ash", "filter[tags_eq]=firing"], _requests.Last("/v1/blog_posts"));
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
}
