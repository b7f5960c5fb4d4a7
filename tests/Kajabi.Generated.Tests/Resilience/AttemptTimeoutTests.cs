using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

public sealed class AttemptTimeoutTests
{
    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_read_without_a_response_is_retried_after_the_attempt_timeout()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi().WithTokenAsync();
        kajabi.ThenNoResponse();
        Task<ContactDocument> call = kajabi.Client.Contacts.GetContactAsync("7");

        IReadOnlyList<TimeSpan> waits = await kajabi.Time.AdvanceUntilCompletedAsync(call, shorterThan: s_attempt + TimeSpan.FromTicks(1));

        Assert.Equal("7", (await call).Data.Id);
        Assert.Equal(s_attempt, waits[0]);
        Assert.Equal(2, kajabi.Sent.Count);
    }

    [Fact]
    public async Task Without_any_response_the_exception_has_the_timeout_and_the_number_of_attempts()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi(static options => options.Retry.MaxAttempts = 2).WithTokenAsync();
        kajabi.ThenNoResponse(times: 2);
        Task<ContactDocument> call = kajabi.Client.Contacts.GetContactAsync("7");

        await kajabi.Time.AdvanceUntilCompletedAsync(call, shorterThan: s_attempt + TimeSpan.FromTicks(1));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => call);
        Assert.Equal((KajabiErrorKind.Timeout, 2), (exception.Kind, exception.Attempts));
        Assert.Contains("AttemptTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Equal("The attempt did not end within 00:00:30.", exception.InnerException?.Message);
    }

    [Fact]
    public async Task A_write_has_no_attempt_timeout_and_is_sent_once()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi().WithTokenAsync();
        kajabi.ThenNoResponse();
        Task<ContactDocument> call = kajabi.Client.Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" });

        IReadOnlyList<TimeSpan> waits = await kajabi.Time.AdvanceUntilCompletedAsync(call, shorterThan: TimeSpan.FromSeconds(101));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => call);
        Assert.DoesNotContain(s_attempt, waits);
        Assert.Equal((KajabiErrorKind.Timeout, 1), (exception.Kind, exception.Attempts));
        Assert.Contains("may have processed it: check", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, null, 300)]
    [InlineData(300, 60, 60)]
    [InlineData(null, 60, 60)]
    [InlineData(null, null, 30)]
    public async Task The_attempt_timeout_can_be_set_per_request(int? timeout, int? attemptTimeout, int expected)
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi().WithTokenAsync();
        kajabi.ThenNoResponse();
        using CancellationTokenSource caller = new();
        IKajabiClient client = kajabi.Client.WithOptions(
            new KajabiRequestOptions
            {
                Timeout = timeout is { } call ? TimeSpan.FromSeconds(call) : null,
                AttemptTimeout = attemptTimeout is { } attempt ? TimeSpan.FromSeconds(attempt) : null,
            }
        );
        Task read = client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        List<TimeSpan> waits = [];
        while (waits.LastOrDefault() != TimeSpan.FromSeconds(expected))
        {
            waits.Add(await kajabi.Time.NextDelayAsync());
        }

        await caller.CancelAsync();

        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read)).CancellationToken);
        Assert.Equal(expected != 30, !waits.Contains(s_attempt));
    }
}
