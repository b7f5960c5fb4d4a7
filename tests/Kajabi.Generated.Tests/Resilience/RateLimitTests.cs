using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

public sealed class RateLimitTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_number_of_requests_per_second_is_limited()
    {
        using ScriptedKajabi kajabi = new(static options => options.RateLimit.MaxRequestsPerSecond = 2);
        Task calls = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => kajabi.Client.Contacts.GetContactAsync("7")));
        List<int> sent = [];

        for (int second = 0; second < 3; second++)
        {
            await kajabi.WaitForRequestsAsync(Math.Min(5, (second + 1) * 2));
            sent.Add(kajabi.Sent.Count);
            kajabi.Time.Advance(s_second - TimeSpan.FromTicks(1));
            sent.Add(kajabi.Sent.Count);
            kajabi.Time.Advance(TimeSpan.FromTicks(1));
        }

        await calls;
        Assert.Equal([2, 2, 4, 4, 5, 5], sent);
    }

    [Fact]
    public async Task The_number_of_concurrent_requests_is_limited()
    {
        using ScriptedKajabi kajabi = new(static options => options.RateLimit.MaxConcurrentRequests = 2);
        TaskCompletionSource<HttpResponseMessage> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi.Then(2, _ => response.Task);

        Task<ContactDocument>[] calls = [.. Enumerable.Range(0, 5).Select(_ => kajabi.Client.Contacts.GetContactAsync("7"))];
        await kajabi.WaitForRequestsAsync(2);
        Assert.Equal(2, kajabi.Sent.Count);

        response.SetException(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "Canceled."));
        await Task.WhenAll(calls.Select(call => Record.ExceptionAsync(() => call)));

        Assert.Equal(5, kajabi.Sent.Count);
        Assert.Equal(3, calls.Count(static call => call.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Clients_from_WithOptions_share_the_rate_limit()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0)
        );
        kajabi.ThenNoResponse();
        using CancellationTokenSource caller = new();
        Task first = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.WaitForRequestsAsync(1);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.WithOptions(new KajabiRequestOptions()).Contacts.GetContactAsync("7")
        );

        Assert.Equal((KajabiErrorKind.RateLimited, 0), (exception.Kind, exception.Attempts));
        Assert.Contains("QueueLimit", exception.Message, StringComparison.Ordinal);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task The_request_timeout_includes_the_wait_for_the_rate_limiter()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.Retry.AttemptTimeout) = (1, Timeout.InfiniteTimeSpan)
        );
        kajabi.ThenNoResponse();
        using CancellationTokenSource caller = new();
        Task first = kajabi
            .Client.WithOptions(new KajabiRequestOptions { Timeout = TimeSpan.FromHours(1) })
            .Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.WaitForRequestsAsync(1);
        Task second = kajabi.Client.Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" });

        kajabi.Time.Advance(TimeSpan.FromSeconds(101));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => second);
        Assert.Equal((KajabiErrorKind.Timeout, 0), (exception.Kind, exception.Attempts));
        Assert.Contains("Nothing was sent", exception.Message, StringComparison.Ordinal);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_canceled_request_leaves_the_queue()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 1)
        );
        TaskCompletionSource<HttpResponseMessage> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi.Then(1, _ => response.Task);
        Task first = kajabi.Client.Contacts.GetContactAsync("7");
        await kajabi.WaitForRequestsAsync(1);
        using CancellationTokenSource caller = new();
        Task second = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);

        await caller.CancelAsync();
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Task third = kajabi.Client.Contacts.GetContactAsync("7");
        response.SetResult(ScriptedKajabi.CreateResponse(HttpStatusCode.OK));
        await Task.WhenAll(first, third);

        Assert.Equal(caller.Token, canceled.CancellationToken);
        Assert.Equal(2, kajabi.Sent.Count);
    }

    [Fact]
    public async Task A_retry_delay_does_not_count_as_a_concurrent_request()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0)
        );
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(s_second));
        Task first = kajabi.Client.Contacts.GetContactAsync("7");
        TimeSpan wait = await kajabi.Time.NextDelayAsync(ScriptedKajabi.DelayLimit);

        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.False(first.IsCompleted);
        kajabi.Time.Advance(wait);
        await first;
    }

    [Fact]
    public async Task Disposing_the_client_ends_the_wait_for_the_rate_limiter()
    {
        ScriptedKajabi kajabi = new(static options => options.RateLimit.MaxConcurrentRequests = 1);
        kajabi.ThenNoResponse();
        Task first = kajabi.Client.Contacts.GetContactAsync("7");
        await kajabi.WaitForRequestsAsync(1);
        Task second = kajabi.Client.Contacts.GetContactAsync("7");

        kajabi.Dispose();

        Exception? end = await Record.ExceptionAsync(() => second);
        Assert.True(end is ObjectDisposedException or OperationCanceledException, $"{end}");
        await Record.ExceptionAsync(() => first);
    }

    [Fact]
    public async Task Two_clients_do_not_share_a_rate_limit()
    {
        using ScriptedKajabi one = new(static options => (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0));
        using ScriptedKajabi other = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0)
        );
        one.ThenNoResponse();
        using CancellationTokenSource caller = new();
        Task first = one.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await one.WaitForRequestsAsync(1);

        Assert.Equal("7", (await other.Client.Contacts.GetContactAsync("7")).Data.Id);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }
}
