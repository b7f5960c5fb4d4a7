namespace Kajabi.Tests.Resilience;

/// <summary>The limits of the options, and the messages with their remedies.</summary>
public sealed class ResilienceOptionLimitTests
{
    private const string Delays = "Retry.BaseDelay must not be negative, and Retry.MaxDelay must be between Retry.BaseDelay and 24 days.";

    private const string Limits =
        "RateLimit.MaxRequestsPerSecond and RateLimit.MaxConcurrentRequests must be positive, or null for no limit.";

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(24);
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    private static readonly Dictionary<string, Action<KajabiClientOptions>> s_valid = new()
    {
        ["one attempt"] = static options => options.Retry.MaxAttempts = 1,
        ["no base delay"] = static options => options.Retry.BaseDelay = TimeSpan.Zero,
        ["equal delays"] = static options => options.Retry.MaxDelay = options.Retry.BaseDelay,
        ["longest delay"] = static options => options.Retry.MaxDelay = s_longest,
        ["shortest attempt"] = static options => options.Retry.AttemptTimeout = s_tick,
        ["endless attempt"] = static options => options.Retry.AttemptTimeout = Timeout.InfiniteTimeSpan,
        ["no budget"] = static options => options.Retry.RetryBudget = 0,
        ["one per second"] = static options => options.RateLimit.MaxRequestsPerSecond = 1,
        ["one at a time"] = static options => options.RateLimit.MaxConcurrentRequests = 1,
        ["no queue"] = static options => options.RateLimit.QueueLimit = 0,
    };

    private static readonly Dictionary<string, (Action<KajabiClientOptions> Configure, string Error)> s_invalid = new()
    {
        ["no attempt"] = (static options => options.Retry.MaxAttempts = 0, "Retry.MaxAttempts must be at least 1. 1 disables retries."),
        ["negative base delay"] = (static options => options.Retry.BaseDelay = -s_tick, Delays),
        ["short maximum"] = (static options => options.Retry.MaxDelay = options.Retry.BaseDelay - s_tick, Delays),
        ["long maximum"] = (static options => options.Retry.MaxDelay = s_longest + s_tick, Delays),
        ["no attempt time"] = (
            static options => options.Retry.AttemptTimeout = TimeSpan.Zero,
            "Retry.AttemptTimeout must be positive and at most 24 days, or Timeout.InfiniteTimeSpan."
        ),
        ["negative budget"] = (
            static options => options.Retry.RetryBudget = -1,
            "Retry.RetryBudget must not be negative. 0 disables retries."
        ),
        ["none per second"] = (static options => options.RateLimit.MaxRequestsPerSecond = 0, Limits),
        ["none at a time"] = (static options => options.RateLimit.MaxConcurrentRequests = 0, Limits),
        ["negative queue"] = (
            static options => options.RateLimit.QueueLimit = -1,
            "RateLimit.QueueLimit must not be negative. With 0, requests do not wait."
        ),
    };

    public static TheoryData<string> Valid => [.. s_valid.Keys];

    public static TheoryData<string> Invalid => [.. s_invalid.Keys];

    [Theory]
    [MemberData(nameof(Valid))]
    public void An_option_can_have_the_value_of_its_limit(string name)
    {
        KajabiClientOptions options = new() { AccessToken = "t" };
        s_valid[name](options);

        using KajabiClient client = new(options);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_value_beyond_the_limit_is_an_error_with_its_remedy(string name)
    {
        KajabiClientOptions options = new() { AccessToken = "t" };
        s_invalid[name].Configure(options);

        ArgumentException exception = Assert.Throws<ArgumentException>("options", () => new KajabiClient(options));

        Assert.Equal($"{s_invalid[name].Error} (Parameter 'options')", exception.Message);
    }
}
