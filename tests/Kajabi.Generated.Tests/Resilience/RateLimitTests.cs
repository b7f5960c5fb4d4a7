using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

public sealed class RateLimitTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Within_any_second_no_more_requests_are_sent_than_allowed()
    {
        using ScriptedKajabi kajabi = new(static options => options.RateLimit.MaxRequestsPerSecond = 2);
        Task calls = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => kajabi.Client.Contacts.GetContactAsync("7")));
        List<int> sent = [];

        for (int second = 0; second < 3; second++)
        {
            await kajabi.SentAsync(Math.Min(5, (second + 1) * 2));
            sent.Add(kajabi.Sent.Count);
            kajabi.Time.Advance(s_second - TimeSpan.FromTicks(1));
            sent.Add(kajabi.Sent.Count);
            kajabi.Time.Advance(TimeSpan.FromTicks(1));
        }

        await calls;
        Assert.Equal([2, 2, 4, 4, 5, 5], sent);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        using ScriptedKajabi kajabi = new(static options => options.RateLimit.MaxConcurrentRequests = 2);
        TaskCompletionSource<HttpResponseMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi.Then(2, _ => answer.Task);

        Task<ContactDocument>[] calls = [.. Enumerable.Range(0, 5).Select(_ => kajabi.Client.Contacts.GetContactAsync("7"))];
        await kajabi.SentAsync(2);
        Assert.Equal(2, kajabi.Sent.Count);

        answer.SetException(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "Over."));
        await Task.WhenAll(calls.Select(call => Record.ExceptionAsync(() => call)));

        Assert.Equal(5, kajabi.Sent.Count);
        Assert.Equal(3, calls.Count(static call => call.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Clients_that_With_makes_share_the_limit()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0)
        );
        kajabi.ThenSilence();
        using CancellationTokenSource caller = new();
        Task first = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.SentAsync(1);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.WithOptions(new KajabiRequestOptions()).Contacts.GetContactAsync("7")
        );

        Assert.Equal((KajabiErrorKind.RateLimited, 0), (exception.Kind, exception.Attempts));
        Assert.Contains("QueueLimit", exception.Message, StringComparison.Ordinal);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Waiting_is_part_of_the_time_of_a_call_and_sends_nothing()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.Retry.AttemptTimeout) = (1, Timeout.InfiniteTimeSpan)
        );
        kajabi.ThenSilence();
        using CancellationTokenSource caller = new();
        Task first = kajabi
            .Client.WithOptions(new KajabiRequestOptions { Timeout = TimeSpan.FromHours(1) })
            .Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.SentAsync(1);
        Task second = kajabi.Client.Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" });

        kajabi.Time.Advance(TimeSpan.FromSeconds(101));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => second);
        Assert.Equal((KajabiErrorKind.Timeout, 0), (exception.Kind, exception.Attempts));
        Assert.Contains("Nothing was sent", exception.Message, StringComparison.Ordinal);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_the_queue()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 1)
        );
        TaskCompletionSource<HttpResponseMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi.Then(1, _ => answer.Task);
        Task first = kajabi.Client.Contacts.GetContactAsync("7");
        await kajabi.SentAsync(1);
        using CancellationTokenSource impatient = new();
        Task second = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: impatient.Token);

        await impatient.CancelAsync();
        OperationCanceledException left = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Task third = kajabi.Client.Contacts.GetContactAsync("7");
        answer.SetResult(ScriptedKajabi.Answer(HttpStatusCode.OK));
        await Task.WhenAll(first, third);

        Assert.Equal(impatient.Token, left.CancellationToken);
        Assert.Equal(2, kajabi.Sent.Count);
    }

    [Fact]
    public async Task A_repetition_waits_without_a_place()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0)
        );
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(s_second));
        Task first = kajabi.Client.Contacts.GetContactAsync("7");
        TimeSpan wait = await kajabi.Time.NextWaitAsync(ScriptedKajabi.Limits);

        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.False(first.IsCompleted);
        kajabi.Time.Advance(wait);
        await first;
    }

    [Fact]
    public async Task Disposing_of_the_client_ends_the_wait()
    {
        ScriptedKajabi kajabi = new(static options => options.RateLimit.MaxConcurrentRequests = 1);
        kajabi.ThenSilence();
        Task first = kajabi.Client.Contacts.GetContactAsync("7");
        await kajabi.SentAsync(1);
        Task second = kajabi.Client.Contacts.GetContactAsync("7");

        kajabi.Dispose();

        Exception? end = await Record.ExceptionAsync(() => second);
        Assert.True(end is ObjectDisposedException or OperationCanceledException, $"{end}");
        await Record.ExceptionAsync(() => first);
    }

    [Fact]
    public async Task Two_accounts_do_not_share_a_limit()
    {
        using ScriptedKajabi one = new(static options => (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0));
        using ScriptedKajabi other = new(static options =>
            (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0)
        );
        one.ThenSilence();
        using CancellationTokenSource caller = new();
        Task first = one.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await one.SentAsync(1);

        Assert.Equal("7", (await other.Client.Contacts.GetContactAsync("7")).Data.Id);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }
}
