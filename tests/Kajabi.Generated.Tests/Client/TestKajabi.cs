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

    /// <summary>Creates a back channel for token requests that sends each of them once.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="send">Sends a token request; null where a handler connects the back channel.</param>
    public static TokenBackChannel BackChannel(
        TimeProvider time,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? send = null
    )
    {
        KajabiClientOptions options = new() { Retry = { MaxAttempts = 1 } };
        TokenBackChannel backChannel = new(new RetryPolicy(options, time, new Telemetry(null, null), static () => 0));
        if (send is not null)
        {
            backChannel.Connect(new DelegateHandler(send));
        }

        return backChannel;
    }

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
