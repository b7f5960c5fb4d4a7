using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kajabi.Tests.Resilience;

public sealed class RegistrationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_HTTP_client_defaults_of_the_application_retry_no_write(bool isRegisteredFirst)
    {
        int sent = 0;
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new TestClock());
        using CountingHandler network = new(() => sent++);
        if (isRegisteredFirst)
        {
            services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler());
        }

        services
            .AddKajabi(static options => (options.AccessToken, options.Retry.MaxAttempts) = ("t", 4))
            .ConfigurePrimaryHttpMessageHandler(() => network);
        if (!isRegisteredFirst)
        {
            services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler());
        }

        using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<KajabiApiException>(() =>
            provider.GetRequiredService<KajabiClient>().Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" })
        );

        Assert.Equal(1, sent);
    }

    [Theory]
    [InlineData("MaxAttempts")]
    [InlineData("BaseDelay")]
    [InlineData("MaxDelay")]
    [InlineData("AttemptTimeout")]
    [InlineData("Budget")]
    [InlineData("MaxRequestsPerSecond")]
    [InlineData("MaxConcurrentRequests")]
    [InlineData("QueueLimit")]
    public void An_invalid_option_is_reported_by_its_name_at_startup(string option)
    {
        ServiceCollection services = new();
        services.AddKajabi(static options => options.AccessToken = "t");
        services.Configure<KajabiClientOptions>(options => SetInvalidValue(options, option));
        using ServiceProvider provider = services.BuildServiceProvider();
        KajabiClientOptions own = new() { AccessToken = "t" };
        SetInvalidValue(own, option);

        OptionsValidationException registered = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );
        ArgumentException created = Assert.Throws<ArgumentException>(() => new KajabiClient(own));

        Assert.Contains(option, registered.Message, StringComparison.Ordinal);
        Assert.Contains(option, created.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_nested_options_later_does_not_affect_a_copy()
    {
        KajabiClientOptions options = new() { AccessToken = "t" };

        KajabiClientOptions copy = options.Copy();
        (options.Retry.MaxAttempts, options.RateLimit.MaxConcurrentRequests) = (9, 9);

        Assert.Equal((4, null), (copy.Retry.MaxAttempts, copy.RateLimit.MaxConcurrentRequests));
    }

    private static void SetInvalidValue(KajabiClientOptions options, string option)
    {
        switch (option)
        {
            case "MaxAttempts":
                options.Retry.MaxAttempts = 0;
                break;
            case "BaseDelay":
                options.Retry.BaseDelay = TimeSpan.FromSeconds(-1);
                break;
            case "MaxDelay":
                options.Retry.MaxDelay = TimeSpan.FromDays(30);
                break;
            case "AttemptTimeout":
                options.Retry.AttemptTimeout = TimeSpan.Zero;
                break;
            case "Budget":
                options.Retry.RetryBudget = -1;
                break;
            case "MaxRequestsPerSecond":
                options.RateLimit.MaxRequestsPerSecond = 0;
                break;
            case "MaxConcurrentRequests":
                options.RateLimit.MaxConcurrentRequests = 0;
                break;
            default:
                options.RateLimit.QueueLimit = -1;
                break;
        }
    }

    private sealed class CountingHandler(Action count) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        }
    }
}
