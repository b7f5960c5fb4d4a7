using System.Collections.Concurrent;
using Kajabi.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.IntegrationTests.OfferLinks;

/// <summary>A shop without access to the API sells an offer with its link, over real sockets.</summary>
public sealed class ShopWithoutApiTests : IAsyncLifetime
{
    private static readonly OfferLinkMember s_buyer = new()
    {
        Name = "Mila Osei",
        Email = "mila@example.com",
        ExternalUserId = "order-77",
    };

    private KajabiSandbox? _sandbox;

    private KajabiSandbox Sandbox => _sandbox!;

    private OfferLink Link => OfferLink.Parse(Sandbox.GetOfferLink("456").AbsoluteUri);

    private string Path => Sandbox.GetOfferLink("456").AbsolutePath[..^"activate".Length];

    public async Task InitializeAsync() => _sandbox = await KajabiSandbox.StartAsync();

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    [Fact]
    public async Task A_sale_grants_the_offer_once_and_a_refund_revokes_it()
    {
        Recorder network = new();
        await using ServiceProvider provider = Register(network);
        IOfferLinkClient links = provider.GetRequiredService<IOfferLinkClient>();

        OfferLinkResult[] results =
        [
            await links.GrantAsync(Link, s_buyer, WelcomeEmail.Send),
            await links.GrantAsync(Link, s_buyer, WelcomeEmail.DoNotSend),
        ];
        IReadOnlyList<string> granted = await GetOffersAsync();
        OfferLinkResult[] revocations = [await links.RevokeAsync(Link, s_buyer), await links.RevokeAsync(Link, s_buyer)];

        Assert.Equal(
            [OfferLinkStatus.Granted, OfferLinkStatus.AlreadyGranted, OfferLinkStatus.Revoked, OfferLinkStatus.NotGranted],
            results.Concat(revocations).Select(static result => result.Status)
        );
        Assert.Equal(["456"], granted);
        Assert.Empty(await GetOffersAsync());
        string body = """{"name":"Mila Osei","email":"mila@example.com","external_user_id":"order-77"}""";
        Assert.Equal(
            [
                $"POST {Path}activate?send_offer_grant_email=true {body}",
                $"POST {Path}activate {body}",
                $"POST {Path}deactivate {body}",
                $"POST {Path}deactivate {body}",
            ],
            network.Requests
        );
    }

    [Fact]
    public async Task A_member_with_another_external_id_keeps_the_offer()
    {
        await using ServiceProvider provider = Register(new Recorder());
        IOfferLinkClient links = provider.GetRequiredService<IOfferLinkClient>();
        await links.GrantAsync(Link, s_buyer, WelcomeEmail.DoNotSend);

        OfferLinkResult result = await links.RevokeAsync(
            Link,
            new OfferLinkMember
            {
                Name = s_buyer.Name,
                Email = s_buyer.Email,
                ExternalUserId = "order-78",
            }
        );

        Assert.Equal(OfferLinkStatus.Invalid, result.Status);
        Assert.Equal(["not found"], result.Messages);
        Assert.Equal(["456"], await GetOffersAsync());
    }

    [Fact]
    public async Task A_grant_whose_response_is_lost_is_retried_and_happens_once()
    {
        Recorder network = new() { LosesFirstResponse = true };
        await using ServiceProvider provider = Register(network);

        OfferLinkResult result = await provider.GetRequiredService<IOfferLinkClient>().GrantAsync(Link, s_buyer, WelcomeEmail.DoNotSend);

        Assert.Equal((OfferLinkStatus.AlreadyGranted, true), (result.Status, result.MayBeFromEarlierAttempt));
        Assert.Equal(2, network.Requests.Count);
        Assert.Equal(["456"], await GetOffersAsync());
    }

    private static ServiceProvider Register(Recorder network)
    {
        ServiceCollection services = new();
        services.AddKajabiOfferLinks(static options => options.Retry.BaseDelay = TimeSpan.Zero).AddHttpMessageHandler(() => network);
        return services.BuildServiceProvider();
    }

    private async Task<IReadOnlyList<string>> GetOffersAsync()
    {
        using KajabiClient kajabi = SandboxFixture.CreateClient(Sandbox);
        Contact contact = (await kajabi.Contacts.FindContactByEmailAsync(s_buyer.Email, siteId: "1"))!;
        return [.. (await kajabi.Contacts.GetContactOffersRelationshipAsync(contact.Id)).Data.Select(static offer => offer.Id)];
    }

    /// <summary>Records the requests that reach the network.</summary>
    private sealed class Recorder : DelegatingHandler
    {
        private readonly ConcurrentQueue<string> _requests = [];

        public bool LosesFirstResponse { get; init; }

        public IReadOnlyList<string> Requests => [.. _requests];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = await request.Content!.ReadAsStringAsync(cancellationToken);
            _requests.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery} {body}");
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (LosesFirstResponse && _requests.Count == 1)
            {
                response.Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            }

            return response;
        }
    }
}
