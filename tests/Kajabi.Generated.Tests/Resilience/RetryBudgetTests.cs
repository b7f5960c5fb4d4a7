using System.Net;

namespace Kajabi.Tests.Resilience;

public sealed class RetryBudgetTests
{
    [Fact]
    public async Task The_retry_budget_limits_the_retries_of_a_thousand_concurrent_requests()
    {
        const int Callers = 1000;

        // The delays of other calls advance the clock, which must not end an attempt whose thread has to wait.
        using ScriptedKajabi kajabi = new(static options => options.Timeout = options.Retry.AttemptTimeout = Timeout.InfiniteTimeSpan);
        kajabi.Then(HttpStatusCode.ServiceUnavailable, times: 4 * Callers);

        Task<Exception?>[] calls =
        [
            .. Enumerable.Range(0, Callers).Select(_ => Record.ExceptionAsync(() => kajabi.Client.Contacts.GetContactAsync("7"))),
        ];
        await kajabi.Time.AdvanceUntilCompletedAsync(Task.WhenAll(calls), ScriptedKajabi.DelayLimit);

        Assert.All(
            calls,
            call => Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<KajabiApiException>(call.Result).StatusCode)
        );
        Assert.InRange(kajabi.Sent.Count, Callers + 1, (Callers * 12 / 10) - 1);
    }

    [Fact]
    public async Task Successful_retries_do_not_use_up_the_retry_budget()
    {
        using ScriptedKajabi kajabi = new(static options => options.Retry.RetryBudget = 1);
        for (int i = 0; i < 20; i++)
        {
            kajabi.Then(HttpStatusCode.TooManyRequests).Then(HttpStatusCode.OK);
        }

        for (int i = 0; i < 20; i++)
        {
            (Exception? failure, _) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));
            Assert.Null(failure);
        }
    }

    [Fact]
    public void Ten_requests_without_a_retry_replenish_one_retry()
    {
        RetryBudget budget = new(1);
        Assert.True(budget.TryAcquire());
        Assert.False(budget.TryAcquire());

        for (int i = 0; i < 9; i++)
        {
            budget.Release(retryCount: 0);
        }

        Assert.False(budget.TryAcquire());
        budget.Release(retryCount: 0);
        Assert.True(budget.TryAcquire());
    }

    [Fact]
    public void The_retry_budget_never_exceeds_its_size()
    {
        RetryBudget budget = new(2);

        budget.Release(retryCount: 5);

        Assert.Equal([true, true, false], [budget.TryAcquire(), budget.TryAcquire(), budget.TryAcquire()]);
    }
}
