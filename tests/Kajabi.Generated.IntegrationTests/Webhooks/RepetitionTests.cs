using System.Net.Sockets;
using System.Text;
using Kajabi.AspNetCore.Internal;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.IntegrationTests.Webhooks;

/// <summary>Kajabi delivers until it is told of success, and then perhaps again.</summary>
public sealed class RepetitionTests
{
    [Fact]
    public async Task What_was_handled_is_dropped_when_it_comes_again_and_another_event_is_not()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        int[] answers =
        [
            await host.PostAsync(Deliveries.TagAdded("789")),
            await host.PostAsync(Deliveries.TagAdded("789")),
            await host.PostAsync(Deliveries.TagAdded("790")),
        ];

        Assert.Equal([200, 200, 200], answers);
        Assert.Equal(
            ["789", "790"],
            [((TagAddedEvent)await host.Inbox.NextAsync()).Tag!.Id, ((TagAddedEvent)await host.Inbox.NextAsync()).Tag!.Id]
        );
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task What_failed_is_answered_with_500_and_handled_when_it_comes_again()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.Behaviour = static (_, _) => throw new InvalidOperationException("The database is away.");
        int failed = await host.PostAsync(Deliveries.TagAdded());
        host.Inbox.Behaviour = static (_, _) => Task.CompletedTask;

        int[] repeated = [await host.PostAsync(Deliveries.TagAdded()), await host.PostAsync(Deliveries.TagAdded())];

        Assert.Equal(500, failed);
        Assert.Equal([200, 200], repeated);
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task Equal_deliveries_at_once_are_handled_once()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        TaskCompletionSource handled = new();
        host.Inbox.Behaviour = (_, _) => handled.Task;

        Task<int>[] deliveries = [.. Enumerable.Range(0, 8).Select(_ => host.PostAsync(Deliveries.TagAdded()))];
        await host.Inbox.NextAsync();
        handled.SetResult();

        Assert.All(await Task.WhenAll(deliveries), answer => Assert.Equal(200, answer));
        Assert.Equal(1, host.Inbox.Count);
    }

    [Fact]
    public async Task A_delivery_waits_for_its_equal_and_takes_over_when_that_fails()
    {
        InFlightDeliveries inHand = new();
        TaskCompletionSource<bool>[] ends = [new(), new()];
        int begun = 0;
        Task<bool> Handle() => ends[begun++].Task;

        Task<bool> first = inHand.HandleAsync("a", Handle, CancellationToken.None);
        Task<bool> second = inHand.HandleAsync("a", Handle, CancellationToken.None);
        Assert.Equal(1, begun);
        ends[0].SetResult(false);
        Assert.False(await first);
        ends[1].SetResult(true);

        Assert.True(await second);
        Assert.Equal(2, begun);
    }

    [Fact]
    public async Task A_delivery_whose_equal_ended_well_is_not_handled_even_if_the_cache_forgot_it()
    {
        InFlightDeliveries inHand = new();
        TaskCompletionSource<bool> end = new();

        Task<bool> first = inHand.HandleAsync("a", () => end.Task, CancellationToken.None);
        Task<bool> second = inHand.HandleAsync("a", () => throw new InvalidOperationException("Handled twice."), CancellationToken.None);
        end.SetResult(true);

        bool[] ended = await Task.WhenAll(first, second);
        Assert.Equal([true, true], ended);
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_nothing_in_hand()
    {
        InFlightDeliveries inHand = new();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            inHand.HandleAsync("a", () => throw new InvalidOperationException(), CancellationToken.None)
        );

        Assert.True(await inHand.HandleAsync("a", () => Task.FromResult(true), CancellationToken.None));
    }

    [Fact]
    public async Task A_cache_that_throws_loses_no_delivery()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(build: builder =>
            builder.Services.AddSingleton<IDistributedCache>(
                new BrokenCache(() => Task.FromException<byte[]?>(new InvalidOperationException("No connection.")))
            )
        );

        int[] answers = [await host.PostAsync(Deliveries.TagAdded()), await host.PostAsync(Deliveries.TagAdded())];

        Assert.Equal([200, 200], answers);
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_cache_that_hangs_is_waited_for_a_moment_only()
    {
        FakeTimeProvider time = new();
        ProcessedDeliveryStore handled = new(
            new BrokenCache(() => new TaskCompletionSource<byte[]?>().Task),
            "app",
            TimeSpan.FromHours(1),
            time,
            NullLogger.Instance
        );

        Task<bool> asked = handled.ContainsAsync("key");
        Task told = handled.AddAsync("key");
        Assert.False(asked.IsCompleted || told.IsCompleted);
        time.Advance(ProcessedDeliveryStore.CacheTimeout);

        Assert.False(await asked);
        await told;
    }

    [Fact]
    public async Task A_delivery_is_forgotten_after_its_time_and_other_applications_do_not_know_it()
    {
        FakeTimeProvider time = new();
        MemoryDistributedCache cache = new(Options.Create(new MemoryDistributedCacheOptions { Clock = new Clock(time) }));
        ProcessedDeliveryStore mine = new(cache, "mine", TimeSpan.FromHours(1), time, NullLogger.Instance);
        ProcessedDeliveryStore theirs = new(cache, "theirs", TimeSpan.FromHours(1), time, NullLogger.Instance);

        await mine.AddAsync("key");

        Assert.True(await mine.ContainsAsync("key"));
        Assert.False(await theirs.ContainsAsync("key"));
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.False(await mine.ContainsAsync("key"));
    }

    [Fact]
    public async Task Who_hangs_up_does_not_stop_the_handler_and_the_repetition_is_dropped()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        TaskCompletionSource handled = new();
        CancellationToken seen = default;
        host.Inbox.Behaviour = (_, cancellationToken) =>
        {
            seen = cancellationToken;
            return handled.Task;
        };
        using (TcpClient kajabi = new(host.Origin.Host, host.Origin.Port))
        {
            string body = Deliveries.TagAdded();
            await kajabi
                .GetStream()
                .WriteAsync(
                    Encoding.UTF8.GetBytes(
                        $"POST {host.Address.PathAndQuery} HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n\r\n{body}"
                    )
                );
            await host.Inbox.NextAsync();
            kajabi.Client.Close(0);
        }

        Task<int> repeated = host.PostAsync(Deliveries.TagAdded());
        handled.SetResult();

        Assert.Equal(200, await repeated);
        Assert.Equal(1, host.Inbox.Count);
        Assert.False(seen.IsCancellationRequested);
    }

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
