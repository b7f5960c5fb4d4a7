using System.Collections.Concurrent;
using Kajabi.AspNetCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kajabi.IntegrationTests.Webhooks;

/// <summary>The secret proves who delivers, so it must be a good one and be seen nowhere.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("fifteen-letters")]
    [InlineData("long-enough-but-with/slash+plus")]
    [InlineData("long-enough-but-with a blank")]
    [InlineData("long-enough-bät-not-ascii")]
    [InlineData("a-good-one-of-the-two", "tiny")]
    public async Task A_bad_secret_stops_the_start_and_is_not_shown(params string[] secrets)
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(options => options.Secrets = secrets)
        );

        Assert.Contains("secret", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secrets, secret => secret.Length > 0 && exception.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limits_that_let_nothing_through_stop_the_start()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(options => (options.MaxRequestBodySize, options.DeduplicationWindow) = (0, TimeSpan.Zero))
        );

        Assert.Equal(2, exception.Failures.Count());
    }

    [Fact]
    public async Task A_time_to_remember_that_no_cache_can_count_stops_the_start()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(options => options.DeduplicationWindow = TimeSpan.MaxValue)
        );

        Assert.Contains("DeduplicationWindow", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_do_not_show_their_secrets()
    {
        KajabiWebhookOptions options = new() { Secrets = [WebhookHost.Secret] };

        string shown = options + System.Text.Json.JsonSerializer.Serialize(options) + Newtonsoft.Json.JsonConvert.SerializeObject(options);

        Assert.DoesNotContain(WebhookHost.Secret, shown, StringComparison.Ordinal);
        Assert.Contains("MaxRequestBodySize", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_hold_neither_secret_nor_personal_data()
    {
        Notebook notebook = new();
        await using (
            WebhookHost host = await WebhookHost.StartAsync(build: builder =>
                builder.Logging.AddProvider(notebook).SetMinimumLevel(LogLevel.Trace)
            )
        )
        {
            host.Inbox.Behaviour = static (received, _) =>
                received is TagRemovedEvent ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;
            await host.SendAsync(HttpMethod.Get);
            await host.PostAsync(Deliveries.TagAdded());
            await host.PostAsync(Deliveries.TagAdded());
            await host.PostAsync(Deliveries.TagAdded().Replace("tag_added", "tag_removed", StringComparison.Ordinal));
            await host.PostAsync($$"""{ "event": "for {{Deliveries.Email}}", "payload": [] }""");
            await host.PostAsync(Deliveries.TagAdded(), host.AddressWith($"?secret={WebhookHost.Secret}x"));
            await host.PostAsync(new string('[', 2_000_000));
        }

        // The host itself writes each address down before anything else runs: that one line is the application's to switch off.
        string[] lines =
        [
            .. notebook.Lines.Where(static line =>
                !line.StartsWith("Microsoft.AspNetCore.Hosting.Diagnostics:1:", StringComparison.Ordinal)
            ),
        ];
        Assert.DoesNotContain(
            lines,
            line => line.Contains(WebhookHost.Secret, StringComparison.Ordinal) || line.Contains(Deliveries.Email, StringComparison.Ordinal)
        );
        Assert.Equal(
            ["Kajabi.Webhooks:301", "Kajabi.Webhooks:302", "Kajabi.Webhooks:303", "Kajabi.Webhooks:304", "Kajabi.Webhooks:305"],
            lines
                .Where(static line => line.StartsWith("Kajabi.", StringComparison.Ordinal))
                .Select(static line => line[..line.IndexOf(':', 16)])
                .Distinct()
                .Order()
        );
        Assert.Contains(lines, static line => line.StartsWith("Microsoft.AspNetCore.Hosting.Diagnostics:2:", StringComparison.Ordinal));
    }

    /// <summary>Keeps every line that is logged, as category, id and text.</summary>
    private sealed class Notebook : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Page(this, categoryName);

        public void Dispose() { }

        private sealed class Page(Notebook notebook, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => notebook.Lines.Enqueue($"{category}:{eventId.Id}:{formatter(state, exception)} {exception}");
        }
    }
}
