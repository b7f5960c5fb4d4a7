using Microsoft.Extensions.DependencyInjection;

namespace Acme;

/// <summary>An account with several sites reads them all unless told one.</summary>
public sealed class StayOnOneSite : Story
{
    [Fact]
    public async Task A_default_site_holds_until_a_query_says_otherwise()
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
        OfferCollection ofTheSite = await kajabi.Offers.ListOffersAsync();
        OfferCollection ofAllSites = await kajabi.Offers.ListOffersAsync(new ListOffersQuery { AllSites = true });
        #endregion

        Assert.Equal((2, 3), (ofTheSite.Data.Count, ofAllSites.Data.Count));
    }
}
