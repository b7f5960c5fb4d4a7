using System.Runtime.CompilerServices;
using Kajabi.AspNetCore;
using Kajabi.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.IntegrationTests.Webhooks;

/// <summary>A delivery that was not handled is not reported as handled, and a failing cache leaves no unobserved exception.</summary>
public sealed class FailedDeliveryTests
{
    [Fact]
    public async Task A_handler_that_is_canceled_because_the_application_stops_gives_503_and_nothing_is_remembered()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.Behaviour = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        Task<int> first = host.PostAsync(Deliveries.TagAdded());
        await host.Inbox.NextAsync();
        Task<int> duplicate = host.PostAsync(Deliveries.TagAdded());

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal((503, 503), (await first, await duplicate));
        Assert.Equal(503, await host.PostAsync(Deliveries.TagAdded("another")));
        Assert.Equal(1, host.Inbox.Count);
    }

    [Fact]
    public async Task A_handler_that_cancels_itself_has_failed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.Behaviour = static (_, _) => throw new OperationCanceledException("A time limit of the handler.");

        Assert.Equal((500, 500), (await host.PostAsync(Deliveries.TagAdded()), await host.PostAsync(Deliveries.TagAdded())));
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_handler_that_returns_no_task_has_failed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.Behaviour = static (_, _) => null!;

        Assert.Equal(500, await host.PostAsync(Deliveries.TagAdded()));
    }

    [Fact]
    public async Task A_handler_that_fails_after_it_began_a_response_does_not_report_success()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(build: static builder => builder.Services.AddHttpContextAccessor());
        host.Inbox.Behaviour = async (_, _) =>
        {
            HttpContext context = host.Services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
            await context.Response.StartAsync(CancellationToken.None);
            throw new InvalidOperationException("The database is away.");
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => host.PostAsync(Deliveries.TagAdded()));
        host.Inbox.Behaviour = static (_, _) => Task.CompletedTask;
        Assert.Equal(200, await host.PostAsync(Deliveries.TagAdded()));
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_handler_that_cannot_be_made_has_failed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(build: static builder =>
            builder.Services.AddScoped<IKajabiWebhookHandler>(static _ => throw new InvalidOperationException("No connection string."))
        );

        Assert.Equal(500, await host.PostAsync(Deliveries.TagAdded()));
    }

    [Fact]
    public async Task A_handler_without_its_endpoint_fails_at_the_start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<Inbox>().AddScoped<IKajabiWebhookHandler, Inbox.Handler>();
        await using WebApplication application = builder.Build();

        Assert.Throws<InvalidOperationException>(() => application.MapKajabiWebhook("/hooks/kajabi"));
    }

    [Fact]
    public async Task A_cache_that_blocks_its_caller_is_abandoned_too()
    {
        FakeTimeProvider time = new();
        using ManualResetEventSlim released = new();
        ProcessedDeliveryStore handled = new(
            new BrokenCache(() =>
            {
                released.Wait(TimeSpan.FromSeconds(10)); // Bounded, so that a regression fails the test and does not hang it.
                return Task.FromResult<byte[]?>([1]);
            }),
            "app",
            TimeSpan.FromHours(1),
            time,
            NullLogger.Instance
        );

        Task<bool> asked = handled.ContainsAsync("key");
        time.Advance(ProcessedDeliveryStore.CacheTimeout);

        Assert.False(await asked);
        released.Set();
    }

    [Fact]
    public async Task A_cache_that_fails_after_its_time_limit_leaves_no_unobserved_exception()
    {
        string marker = Guid.NewGuid().ToString();
        List<Exception> unobserved = [];
        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            if (arguments.Exception.ToString().Contains(marker, StringComparison.Ordinal))
            {
                unobserved.Add(arguments.Exception);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await AbandonAsync(marker, static handled => handled.ContainsAsync("key"));
            await AbandonAsync(marker, static handled => handled.AddAsync("key"));
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task AbandonAsync(string marker, Func<ProcessedDeliveryStore, Task> call)
    {
        FakeTimeProvider time = new();
        TaskCompletionSource called = new();
        TaskCompletionSource<byte[]?> late = new();
        ProcessedDeliveryStore handled = new(
            new BrokenCache(() =>
            {
                called.SetResult();
                return late.Task;
            }),
            "app",
            TimeSpan.FromHours(1),
            time,
            NullLogger.Instance
        );

        Task abandoned = call(handled);
        await called.Task;
        time.Advance(ProcessedDeliveryStore.CacheTimeout);
        await abandoned;
        late.SetException(new InvalidOperationException(marker));
    }
}
