using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

/// <summary>Raw requests of an application in which reflection is turned off, as in a trimmed one.</summary>
[Collection(nameof(ReflectionSwitchTests))]
public sealed class ReflectionSwitchTests : IDisposable
{
    private const string Address = "https://api.kajabi.com/v1/newsletters";
    private const string Switch = "System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault";

    public ReflectionSwitchTests() => AppContext.SetSwitch(Switch, false);

    [Fact]
    public async Task Another_token_than_the_expected_one_is_a_serialization_failure()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond("application/json", "[1]");
        using HttpRequestMessage first = new(HttpMethod.Get, Address);
        using HttpRequestMessage second = new(HttpMethod.Get, Address);

        Assert.Single(await kajabi.Client.SendAsync<Newtonsoft.Json.Linq.JArray>(first));
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.SendAsync<Newtonsoft.Json.Linq.JObject>(second)
        );
        Assert.Contains("The response is not the JSON of JObject", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_of_the_application_is_rejected_before_the_request_is_sent()
    {
        using TestKajabi kajabi = new();
        using HttpRequestMessage request = new(HttpMethod.Get, Address);

        await Assert.ThrowsAsync<NotSupportedException>(() => kajabi.Client.SendAsync<List<int>>(request));
    }

    public void Dispose() => AppContext.SetSwitch(Switch, true);

    /// <summary>Runs alone, because the switch applies to the process.</summary>
    [CollectionDefinition(nameof(ReflectionSwitchTests), DisableParallelization = true)]
    public sealed class Alone;
}
