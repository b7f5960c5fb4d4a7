using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kajabi.Tests.OfferLinks;

/// <summary>The client of offer links in a container, beside that of the API.</summary>
public sealed class OfferLinkRegistrationTests
{
    [Fact]
    public async Task The_client_is_registered_without_credentials_and_sends_no_token()
    {
        List<string?> authorizations = [];
        ServiceCollection services = new();
        services.AddKajabi(static options => options.AccessToken = TestKajabi.Token);
        services
            .AddKajabiOfferLinks()
            .ConfigurePrimaryHttpMessageHandler(() =>
                new DelegateHandler(
                    (request, _) =>
                    {
                        authorizations.Add(request.Headers.Authorization?.Parameter);
                        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
                    }
                )
            );
        services.AddKajabiOfferLinks();
        await using ServiceProvider provider = services.BuildServiceProvider();

        IOfferLinkClient links = provider.GetRequiredService<IOfferLinkClient>();
        OfferLinkResult result = await links.GrantAsync(
            OfferLink.Parse(OfferLinkServer.Link),
            OfferLinkServer.Member,
            WelcomeEmail.DoNotSend
        );

        Assert.Same(links, provider.GetRequiredService<OfferLinkClient>());
        Assert.Equal(OfferLinkStatus.Granted, result.Status);
        Assert.Equal([null], authorizations);
    }

    [Fact]
    public void Invalid_options_are_reported()
    {
        ServiceCollection services = new();
        services.AddKajabiOfferLinks(static options => (options.Timeout, options.Retry.MaxAttempts) = (TimeSpan.Zero, 0));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IOfferLinkClient>()
        );

        Assert.Equal(2, exception.Failures.Count());
        Assert.Throws<ArgumentException>(() => new OfferLinkClient(new OfferLinkClientOptions { UserAgent = "\n" }));
    }

    [Fact]
    public void A_handler_whose_traces_would_contain_the_link_is_rejected()
    {
        using HttpClientHandler handler = new();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => new OfferLinkClient(handler: handler));

        Assert.Contains("Use a SocketsHttpHandler", exception.Message, StringComparison.Ordinal);
    }
}
