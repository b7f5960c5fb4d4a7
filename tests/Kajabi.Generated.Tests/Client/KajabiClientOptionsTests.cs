using System.Diagnostics;
using System.Reflection;
using Kajabi.Client.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace Kajabi.Tests.Client;

public sealed class KajabiClientOptionsTests
{
    [Theory]
    [InlineData(null, "s", "https://api.kajabi.com", null, "ClientId")]
    [InlineData("c", " ", "https://api.kajabi.com", null, "ClientSecret")]
    [InlineData("c", "s", "http://api.kajabi.com", null, "https")]
    [InlineData("c", "s", "ftp://localhost", null, "https")]
    [InlineData("c", "s", "https://api.kajabi.com", "Acme\r\nX-Injected: 1", "line breaks")]
    [InlineData("c", "s", "https://api.kajabi.com", "Acme/2.1 (nächtlich)", "ASCII")]
    [InlineData("c", "s\n", "https://api.kajabi.com", null, "Trim it")]
    [InlineData("c", "s", "https://user:pass@api.kajabi.com", null, "user information")]
    [InlineData("c", "s", "https://api.kajabi.com?x=1", null, "query")]
    public void Invalid_options_are_reported_at_startup(string? id, string? secret, string address, string? agent, string message)
    {
        KajabiClientOptions options = new()
        {
            ClientId = id,
            ClientSecret = secret,
            BaseAddress = new Uri(address),
            UserAgent = agent,
        };

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new KajabiClient(options)).Message, StringComparison.Ordinal);

        ServiceCollection services = new();
        services.AddKajabi(o => (o.ClientId, o.ClientSecret, o.BaseAddress, o.UserAgent) = (id, secret, new Uri(address), agent));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void A_loopback_address_does_not_require_https()
    {
        using KajabiClient client = new(
            new KajabiClientOptions
            {
                ClientId = "c",
                ClientSecret = "s",
                BaseAddress = new Uri("http://127.0.0.1:5000"),
            }
        );

        Assert.NotNull(client.Contacts);
    }

    [Fact]
    public async Task Accounts_created_in_parallel_can_share_a_loopback_address()
    {
        // The race is rare: without the copy, a few of these addresses are rejected in each run.
        Uri[] addresses = [.. Enumerable.Range(0, 50_000).Select(_ => new Uri("http://127.0.0.1:5000"))];
        using Barrier barrier = new(2);

        int[] accepted = await Task.WhenAll(Task.Run(CountAccepted), Task.Run(CountAccepted));

        Assert.Equal([addresses.Length, addresses.Length], accepted);

        int CountAccepted() =>
            addresses.Count(address =>
            {
                barrier.SignalAndWait();
                return KajabiClientOptionsValidator.IsLoopback(address);
            });
    }

    [Theory]
    [InlineData(nameof(KajabiClientOptions.ClientSecret))]
    [InlineData(nameof(KajabiClientOptions.RefreshToken))]
    [InlineData(nameof(KajabiClientOptions.AccessToken))]
    public void A_secret_is_not_in_any_text_or_JSON_of_the_options(string name)
    {
        const string marker = "secret-marker";
        KajabiClientOptions options = new();
        PropertyInfo property = typeof(KajabiClientOptions).GetProperty(name)!;
        property.SetValue(options, marker);

        Assert.DoesNotContain(
            marker,
            options.ToString() + JsonConvert.SerializeObject(options) + System.Text.Json.JsonSerializer.Serialize(options),
            StringComparison.Ordinal
        );
        Assert.Equal(DebuggerBrowsableState.Never, property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State);
    }

    [Fact]
    public void A_password_in_the_base_address_is_not_in_the_text_of_the_options()
    {
        const string marker = "secret-marker";

        Assert.DoesNotContain(
            marker,
            new KajabiClientOptions { BaseAddress = new Uri($"https://user:{marker}@localhost") }.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_value_of_an_access_token_is_only_in_its_Value_property()
    {
        AccessToken token = new("secret-marker", TimeSpan.FromHours(1));

        Assert.DoesNotContain(
            "secret-marker",
            $"{token}" + JsonConvert.SerializeObject(token) + System.Text.Json.JsonSerializer.Serialize(token),
            StringComparison.Ordinal
        );
        Assert.Equal("secret-marker", token.Value);
    }

    [Fact]
    public void Options_can_be_configured_by_the_application()
    {
        ServiceCollection services = new();
        services.AddKajabi(options => options.ClientId = "c");
        services.Configure<KajabiClientOptions>(options => options.ClientSecret = "from settings");
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal("from settings", provider.GetRequiredService<IOptions<KajabiClientOptions>>().Value.ClientSecret);
    }

    [Fact]
    public void Two_named_registrations_have_two_clients()
    {
        ServiceCollection services = new();
        services.AddKajabi("a", options => (options.ClientId, options.ClientSecret) = ("a", "1"));
        services.AddKajabi("b", options => (options.ClientId, options.ClientSecret) = ("b", "2"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotSame(provider.GetRequiredKeyedService<KajabiClient>("a"), provider.GetRequiredKeyedService<KajabiClient>("b"));
    }
}
