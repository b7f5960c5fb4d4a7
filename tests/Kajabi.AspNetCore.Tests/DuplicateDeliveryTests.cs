using System.Net.Sockets;
using System.Text;
using Kajabi.AspNetCore.Internal;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.AspNetCore.Tests;

/// <summary>Kajabi retries failed deliveries and may send a delivery twice.</summary>
public sealed class DuplicateDeliveryTests
{
    [Fact]
    public async Task A_duplicate_of_a_handled_delivery_is_ignored_and_another_event_is_not()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        int[] statuses =
        [
            await host.PostAsync(Deliveries.TagAdded("789")),
            await host.PostAsync(Deliveries.TagAdded("789")),
            await host.PostAsync(Deliveries.TagAdded("790")),
        ];

        Assert.Equal([200, 200, 200], statuses);
        Assert.Equal(
            ["789", "790"],
            [((TagAddedEvent)await host.Inbox.NextAsync()).Tag!.Id, ((TagAddedEvent)await host.Inbox.NextAsync()).Tag!.Id]
        );
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_failed_delivery_returns_500_and_is_handled_when_it_is_sent_again()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.OnEvent = static (_, _) => throw new InvalidOperationException("The database is down.");
        int failed = await host.PostAsync(Deliveries.TagAdded());
        host.Inbox.OnEvent = static (_, _) => Task.CompletedTask;

        int[] retried = [await host.PostAsync(Deliveries.TagAdded()), await host.PostAsync(Deliveries.TagAdded())];

        Assert.Equal(500, failed);
        Assert.Equal([200, 200], retried);
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task Concurrent_duplicates_are_handled_once()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        TaskCompletionSource handled = new();
        host.Inbox.OnEvent = (_, _) => handled.Task;

        Task<int>[] deliveries = [.. Enumerable.Range(0, 8).Select(_ => host.PostAsync(Deliveries.TagAdded()))];
        await host.Inbox.NextAsync();
        handled.SetResult();

        Assert.All(await Task.WhenAll(deliveries), status => Assert.Equal(200, status));
        Assert.Equal(1, host.Inbox.Count);
    }

    [Fact]
    public async Task A_duplicate_waits_for_the_pending_delivery_and_is_handled_if_that_fails()
    {
        PendingDeliveries pending = new();
        TaskCompletionSource<bool>[] ends = [new(), new()];
        int started = 0;
        Task<bool> Handle() => ends[started++].Task;

        Task<bool> first = pending.HandleAsync("a", Handle, CancellationToken.None);
        Task<bool> second = pending.HandleAsync("a", Handle, CancellationToken.None);
        Assert.Equal(1, started);
        ends[0].SetResult(false);
        Assert.False(await first);
        ends[1].SetResult(true);

        Assert.True(await second);
        Assert.Equal(2, started);
    }

    [Fact]
    public async Task A_duplicate_of_a_successful_pending_delivery_is_not_handled_without_the_cache()
    {
        PendingDeliveries pending = new();
        TaskCompletionSource<bool> end = new();

        Task<bool> first = pending.HandleAsync("a", () => end.Task, CancellationToken.None);
        Task<bool> second = pending.HandleAsync("a", () => throw new InvalidOperationException("Handled twice."), CancellationToken.None);
        end.SetResult(true);

        bool[] ended = await Task.WhenAll(first, second);
        Assert.Equal([true, true], ended);
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_no_pending_delivery()
    {
        PendingDeliveries pending = new();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            pending.HandleAsync("a", () => throw new InvalidOperationException(), CancellationToken.None)
        );

        Assert.True(await pending.HandleAsync("a", () => Task.FromResult(true), CancellationToken.None));
    }

    [Fact]
    public async Task A_delivery_is_handled_when_the_cache_throws()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(build: builder =>
            builder.Services.AddSingleton<IDistributedCache>(
                new StubCache(() => Task.FromException<byte[]?>(new InvalidOperationException("No connection.")))
            )
        );

        int[] statuses = [await host.PostAsync(Deliveries.TagAdded()), await host.PostAsync(Deliveries.TagAdded())];

        Assert.Equal([200, 200], statuses);
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_cache_that_hangs_is_abandoned_after_the_timeout()
    {
        FakeTimeProvider time = new();
        ProcessedDeliveryStore handled = new(
            new StubCache(() => new TaskCompletionSource<byte[]?>().Task),
            "app",
            TimeSpan.FromHours(1),
            time,
            NullLogger.Instance
        );

        Task<bool> contains = handled.ContainsAsync("key");
        Task added = handled.AddAsync("key");
        Assert.False(contains.IsCompleted || added.IsCompleted);
        time.Advance(ProcessedDeliveryStore.CacheTimeout);

        Assert.False(await contains);
        await added;
    }

    [Fact]
    public async Task A_delivery_expires_after_the_deduplication_window_and_is_stored_per_application()
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
    public async Task A_closed_connection_does_not_cancel_the_handler_and_the_duplicate_is_ignored()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        TaskCompletionSource handled = new();
        CancellationToken seen = default;
        host.Inbox.OnEvent = (_, cancellationToken) =>
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

        Task<int> duplicate = host.PostAsync(Deliveries.TagAdded());
        handled.SetResult();

        Assert.Equal(200, await duplicate);
        Assert.Equal(1, host.Inbox.Count);
        Assert.False(seen.IsCancellationRequested);
    }

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
