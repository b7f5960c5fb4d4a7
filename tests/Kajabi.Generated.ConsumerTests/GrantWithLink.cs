using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Acme;

/// <summary>The activation link of an offer grants it without an API key.</summary>
public sealed class GrantWithLink : Example
{
    [Fact]
    public async Task A_service_grants_and_revokes_with_a_link()
    {
        string secret = Sandbox.GetOfferLink("456").AbsoluteUri;
        ServiceCollection services = new();

        #region register
        services.AddKajabiOfferLinks();
        services.AddSingleton(OfferLink.Parse(secret)); // Throws an InvalidOfferLinkException that does not contain it.
        services.AddSingleton<Sales>();
        #endregion

        ConcurrentQueue<string> requests = [];
        services.AddKajabiOfferLinks().AddHttpMessageHandler(() => new RequestRecorder(requests));

        await using ServiceProvider provider = services.BuildServiceProvider();
        Sales sales = provider.GetRequiredService<Sales>();
        OfferLinkMember buyer = new()
        {
            Name = "Mila Osei",
            Email = "mila@example.com",
            ExternalUserId = "member-42",
        };

        Assert.Equal("welcome", await sales.GrantAsync(buyer));
        Assert.Equal("welcome back", await sales.GrantAsync(buyer));
        Assert.Contains(
            "email: is invalid",
            await sales.GrantAsync(
                new()
                {
                    Name = "N",
                    Email = "n",
                    ExternalUserId = "1",
                }
            )
        );
        Assert.Equal(OfferLinkStatus.Revoked, await sales.RevokeAsync(buyer));
        string path = new Uri(secret).AbsolutePath;
        Assert.Equal(
            [
                $"POST {path}?send_offer_grant_email=true",
                $"POST {path}?send_offer_grant_email=true",
                $"POST {path}?send_offer_grant_email=true",
                $"POST {path.Replace("/activate", "/deactivate", StringComparison.Ordinal)}",
            ],
            requests
        );
    }

    [Fact]
    public async Task A_script_needs_no_container()
    {
        string secret = Sandbox.GetOfferLink("456").AbsoluteUri;

        #region script
        using OfferLinkClient links = new();
        OfferLinkMember member = new()
        {
            Name = "Mila Osei",
            Email = "mila@example.com",
            ExternalUserId = "member-42",
        };
        OfferLinkResult result = await links.GrantAsync(OfferLink.Parse(secret), member, WelcomeEmail.DoNotSend);
        #endregion

        Assert.Equal(OfferLinkStatus.Granted, result.Status);
    }

    #region use
    internal sealed class Sales(IOfferLinkClient links, OfferLink course)
    {
        public async Task<string> GrantAsync(OfferLinkMember member)
        {
            OfferLinkResult result = await links.GrantAsync(course, member, WelcomeEmail.Send);
            return result.Status switch
            {
                OfferLinkStatus.Granted => "welcome",
                OfferLinkStatus.AlreadyGranted => "welcome back",
                _ => $"rejected: {string.Join(", ", result.Messages)}",
            };
        }

        public async Task<OfferLinkStatus> RevokeAsync(OfferLinkMember member) => (await links.RevokeAsync(course, member)).Status;
    }
    #endregion
}
