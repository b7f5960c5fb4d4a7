using Microsoft.Extensions.DependencyInjection;

namespace Acme;

/// <summary>Requests return all sites of an account unless a default site is set.</summary>
public sealed class DefaultSite : Example
{
    [Fact]
    public async Task A_default_site_applies_unless_a_query_overrides_it()
    {
        await using ServiceProvider provider = new ServiceCollection()
            .AddKajabi(options =>
            {
                options.BaseAddress = Sandbox.BaseAddress;
                options.ClientId = Sandbox.ClientId;
                options.ClientSecret = Sandbox.ClientSecret;
                options.DefaultSiteId = "1";
            })
            .Services.BuildServiceProvider();
        KajabiClient kajabi = provider.GetRequiredService<KajabiClient>();

        #region sites
        OfferCollection siteOffers = await kajabi.Offers.ListOffersAsync();
        OfferCollection allOffers = await kajabi.Offers.ListOffersAsync(new ListOffersQuery { AllSites = true });
        #endregion

        Assert.Equal((3, 4), (siteOffers.Data.Count, allOffers.Data.Count));
    }
}
