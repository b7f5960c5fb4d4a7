using System.Runtime.CompilerServices;
using Kajabi.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.AspNetCore.Tests;

/// <summary>Failed deliveries return an error status code, and a failing cache leaves no unobserved exception.</summary>
public sealed class FailedDeliveryTests
{
    [Fact]
    public async Task A_handler_that_is_canceled_by_the_shutdown_returns_503_and_the_delivery_is_not_remembered()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.OnEvent = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
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
        host.Inbox.OnEvent = static (_, _) => throw new OperationCanceledException("A timeout of the handler.");

        Assert.Equal((500, 500), (await host.PostAsync(Deliveries.TagAdded()), await host.PostAsync(Deliveries.TagAdded())));
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_handler_that_returns_no_task_has_failed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        host.Inbox.OnEvent = static (_, _) => null!;

        Assert.Equal(500, await host.PostAsync(Deliveries.TagAdded()));
    }

    [Fact]
    public async Task A_handler_that_fails_after_starting_the_response_does_not_report_success()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(build: static builder => builder.Services.AddHttpContextAccessor());
        host.Inbox.OnEvent = async (_, _) =>
        {
            HttpContext context = host.Services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
            await context.Response.StartAsync(CancellationToken.None);
            throw new InvalidOperationException("The database is down.");
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => host.PostAsync(Deliveries.TagAdded()));
        host.Inbox.OnEvent = static (_, _) => Task.CompletedTask;
        Assert.Equal(200, await host.PostAsync(Deliveries.TagAdded()));
        Assert.Equal(2, host.Inbox.Count);
    }

    [Fact]
    public async Task A_handler_that_cannot_be_created_has_failed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(build: static builder =>
            builder.Services.AddScoped<IKajabiWebhookHandler>(static _ => throw new InvalidOperationException("No connection string."))
        );

        Assert.Equal(500, await host.PostAsync(Deliveries.TagAdded()));
    }

    [Fact]
    public async Task A_handler_that_was_registered_directly_fails_at_startup()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<Inbox>().AddScoped<IKajabiWebhookHandler, Inbox.Handler>();
        await using WebApplication application = builder.Build();

        Assert.Throws<InvalidOperationException>(() => application.MapKajabiWebhook("/hooks/kajabi"));
    }

    [Fact]
    public async Task A_cache_that_blocks_synchronously_is_abandoned_after_the_timeout()
    {
        FakeTimeProvider time = new();
        using ManualResetEventSlim released = new();
        ProcessedDeliveryStore handled = new(
            new StubCache(() =>
            {
                released.Wait(TimeSpan.FromSeconds(10)); // With a timeout, so that a regression fails the test instead of hanging it.
                return Task.FromResult<byte[]?>([1]);
            }),
            "app",
            TimeSpan.FromHours(1),
            time,
            NullLogger.Instance
        );

        Task<bool> contains = handled.ContainsAsync("key");
        time.Advance(ProcessedDeliveryStore.CacheTimeout);

        Assert.False(await contains);
        released.Set();
    }

    [Fact]
    public async Task A_cache_that_fails_after_the_timeout_leaves_no_unobserved_exception()
    {
        string marker = Guid.NewGuid().ToString();
        List<Exception> unobserved = [];
        void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            if (arguments.Exception.ToString().Contains(marker, StringComparison.Ordinal))
            {
                unobserved.Add(arguments.Exception);
            }
        }

        TaskScheduler.UnobservedTaskException += OnUnobserved;
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
            TaskScheduler.UnobservedTaskException -= OnUnobserved;
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
            new StubCache(() =>
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
