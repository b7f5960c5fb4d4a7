using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

/// <summary>A client as an application would register it, in front of a mocked network.</summary>
internal sealed class TestKajabi : IDisposable
{
    public const string ClientId = "test-client";
    public const string ClientSecret = "test-secret-marker";
    public const string Token = "test-token-marker";
    public const string TokenAddress = "https://api.kajabi.com/v1/oauth/token";
    public const string MediaType = "application/vnd.api+json";

    private readonly ServiceProvider _services;

    /// <param name="configure">Sets further options.</param>
    /// <param name="register">Adds services of the application.</param>
    /// <param name="network">Replaces the mock.</param>
    public TestKajabi(
        Action<KajabiClientOptions>? configure = null,
        Action<IServiceCollection>? register = null,
        HttpMessageHandler? network = null
    )
    {
        ServiceCollection services = new();
        register?.Invoke(services);
        services.AddSingleton<TimeProvider>(Time);
        services
            .AddKajabi(options =>
            {
                options.ClientId = ClientId;
                options.ClientSecret = ClientSecret;
                options.Retry.MaxAttempts = 1; // Tests of retries set more.
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => network ?? Network);
        _services = services.BuildServiceProvider();
    }

    public TestClock Time { get; } = new();

    public MockHttpMessageHandler Network { get; } = new();

    public KajabiClient Client => _services.GetRequiredService<KajabiClient>();

    /// <summary>The meter factory of this client, separate from those of concurrent tests.</summary>
    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    /// <summary>Creates the default retry policy, for tests of a single handler.</summary>
    public static RetryPolicy CreateRetryPolicy(TimeProvider time) =>
        new(new KajabiClientOptions(), time, new Telemetry(null, null), static () => 0);

    /// <summary>Sets up the token endpoint. Returns the mock to count its requests.</summary>
    public MockedRequest RespondWithToken(string expiresIn = "7200") =>
        Network
            .When(HttpMethod.Post, TokenAddress)
            .Respond("application/json", $$"""{ "access_token": "{{Token}}", "token_type": "Bearer", "expires_in": {{expiresIn}} }""");

    public void Dispose()
    {
        _services.Dispose();
        Network.Dispose();
    }
}
