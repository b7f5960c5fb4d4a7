using System.Net;

namespace Kajabi.Tests.Resilience;

public sealed class RetryBudgetTests
{
    [Fact]
    public async Task A_thousand_callers_of_an_API_that_is_down_send_little_more_than_a_thousand_requests()
    {
        const int Callers = 1000;
        using ScriptedKajabi kajabi = new(static options => options.Timeout = Timeout.InfiniteTimeSpan);
        kajabi.Then(HttpStatusCode.ServiceUnavailable, times: 4 * Callers);

        Task<Exception?>[] calls =
        [
            .. Enumerable.Range(0, Callers).Select(_ => Record.ExceptionAsync(() => kajabi.Client.Contacts.GetContactAsync("7"))),
        ];
        await kajabi.Time.RunAsync(Task.WhenAll(calls), ScriptedKajabi.Limits);

        Assert.All(
            calls,
            call => Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<KajabiApiException>(call.Result).StatusCode)
        );
        Assert.InRange(kajabi.Sent.Count, Callers + 1, (Callers * 12 / 10) - 1);
    }

    [Fact]
    public async Task Repetitions_that_end_well_cost_nothing()
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
    public void Ten_calls_that_needed_none_make_up_for_a_lost_one()
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
    public void It_never_holds_more_than_its_size()
    {
        RetryBudget budget = new(2);

        budget.Release(retryCount: 5);

        Assert.Equal([true, true, false], [budget.TryAcquire(), budget.TryAcquire(), budget.TryAcquire()]);
    }
}
