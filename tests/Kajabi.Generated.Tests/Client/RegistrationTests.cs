using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

public sealed class RegistrationTests
{
    private const string Contact = """{ "data": { "id": "7", "type": "contacts" } }""";

    [Fact]
    public async Task Named_clients_never_share_a_token()
    {
        ServiceCollection services = new();
        using MockHttpMessageHandler network = new();
        List<string?> sent = [];
        network
            .When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond(async request =>
            {
                string form = await request.Content!.ReadAsStringAsync();
                string id = form.Split("client_id=")[1].Split('&')[0];
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent($$"""{ "access_token": "token-of-{{id}}", "expires_in": 60 }"""),
                };
            });
        network
            .When(HttpMethod.Get, "*")
            .Respond(request =>
            {
                sent.Add(request.Headers.Authorization?.Parameter);
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Contact, null, TestKajabi.MediaType) };
            });
        services
            .AddKajabi(options => (options.ClientId, options.ClientSecret) = ("only", "1"))
            .ConfigurePrimaryHttpMessageHandler(() => network);
        services
            .AddKajabi("Kajabi", options => (options.ClientId, options.ClientSecret) = ("named", "2"))
            .ConfigurePrimaryHttpMessageHandler(() => network);
        using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<KajabiClient>().Contacts.GetContactAsync("7");
        await provider.GetRequiredKeyedService<KajabiClient>("Kajabi").Contacts.GetContactAsync("7");

        Assert.Equal(["token-of-only", "token-of-named"], sent);
    }

    [Fact]
    public async Task Registering_twice_combines_the_options_and_adds_the_handlers_once()
    {
        ServiceCollection services = new();
        using MockHttpMessageHandler network = new();
        network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond("application/json", """{ "access_token": "t", "expires_in": 60 }""");
        network.When(HttpMethod.Delete, "*").Respond(HttpStatusCode.NoContent);
        services.AddKajabi(options => options.ClientId = "c").ConfigurePrimaryHttpMessageHandler(() => network);
        services.AddKajabi(options => options.ClientSecret = "s");
        using ServiceProvider provider = services.BuildServiceProvider();

        KajabiResponse response = await provider.GetRequiredService<KajabiClient>().Contacts.DeleteContactAsync("7");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public void An_HTTP_client_of_the_application_with_the_same_name_is_not_changed()
    {
        ServiceCollection services = new();
        services.AddKajabi("shop", options => (options.ClientId, options.ClientSecret) = ("c", "s"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Empty(provider.GetRequiredService<IHttpClientFactory>().CreateClient("shop").DefaultRequestHeaders.UserAgent);
    }

    [Fact]
    public async Task A_custom_handler_receives_every_request()
    {
        ServiceCollection services = new();
        using MockHttpMessageHandler network = new();
        network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond("application/json", """{ "access_token": "t", "expires_in": 60 }""");
        network.When("*").With(request => request.Headers.Contains("x-trace")).Respond(TestKajabi.MediaType, Contact);
        services
            .AddKajabi(options => (options.ClientId, options.ClientSecret) = ("c", "s"))
            .AddHttpMessageHandler(() => new Tracing())
            .ConfigurePrimaryHttpMessageHandler(() => network);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("7", (await provider.GetRequiredService<KajabiClient>().Contacts.GetContactAsync("7")).Data.Id);
    }

    [Fact]
    public async Task Disposing_the_provider_twice_is_allowed_and_ends_the_client()
    {
        ServiceCollection services = new();
        services.AddKajabi("a", static options => options.AccessToken = "t");
        services.AddKajabi(static options => options.AccessToken = "t");
        ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        IKajabiClient client = provider.GetRequiredService<IKajabiClient>();
        _ = provider.GetRequiredKeyedService<IContactsApi>("a");

        await provider.DisposeAsync();
        await provider.DisposeAsync();

        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => client.Contacts.GetContactAsync("7"));
    }

    [Fact]
    public void An_empty_section_fails_when_the_host_starts_and_the_message_names_the_credentials()
    {
        ServiceCollection services = new();
        services.AddKajabi(new ConfigurationBuilder().Build().GetSection("Kajabi"));
        services.AddKajabi("school", new ConfigurationBuilder().Build().GetSection("School"));
        using ServiceProvider provider = services.BuildServiceProvider();

        AggregateException exception = Assert.Throws<AggregateException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(2, exception.InnerExceptions.Count);
        Assert.All(
            exception.InnerExceptions,
            static error => Assert.Contains("ClientId", Assert.IsType<OptionsValidationException>(error).Message, StringComparison.Ordinal)
        );
        Assert.Contains("ClientId", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IKajabiClient>).Message);
    }

    [Fact]
    public void Every_area_is_one_object_in_all_scopes()
    {
        ServiceCollection services = new();
        services.AddKajabi("a", static options => options.AccessToken = "t");
        services.AddKajabi("a", static options => options.DefaultSiteId = "1");
        services.AddKajabi(static options => options.AccessToken = "t");
        using ServiceProvider provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }
        );
        using IServiceScope scope = provider.CreateScope();

        foreach ((Type type, Func<IKajabiClient, object> get) in ClientAreas.All)
        {
            Assert.Same(get(provider.GetRequiredService<IKajabiClient>()), scope.ServiceProvider.GetRequiredService(type));
            Assert.Same(get(provider.GetRequiredKeyedService<KajabiClient>("a")), scope.ServiceProvider.GetRequiredKeyedService(type, "a"));
        }

        Assert.Single(services, static service => service.ServiceType == typeof(IContactsApi) && "a".Equals(service.ServiceKey));
    }

    [Fact]
    public void An_area_that_the_application_registered_is_not_replaced()
    {
        IContactsApi replacement = new KajabiClient(new KajabiClientOptions { AccessToken = "t" }).Contacts;
        ServiceCollection services = new();
        services.AddSingleton(replacement);
        services.AddKajabi(static options => options.AccessToken = "t");
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(replacement, provider.GetRequiredService<IContactsApi>());
        Assert.NotSame(replacement, provider.GetRequiredService<IKajabiClient>().Contacts);
    }

    private sealed class Tracing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("x-trace", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
