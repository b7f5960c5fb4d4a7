using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kajabi.AspNetCore.Tests;

/// <summary>The secret authenticates deliveries: it must be strong and must not be logged.</summary>
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
    public async Task A_weak_or_invalid_secret_fails_at_startup_and_is_not_in_the_message(params string[] secrets)
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(options => options.Secrets = secrets)
        );

        Assert.Contains("secret", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secrets, secret => secret.Length > 0 && exception.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limits_of_zero_fail_at_startup()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(options => (options.MaxRequestBodySize, options.DeduplicationWindow) = (0, TimeSpan.Zero))
        );

        Assert.Equal(2, exception.Failures.Count());
    }

    [Fact]
    public async Task A_deduplication_window_that_is_too_long_fails_at_startup()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookHost.StartAsync(options => options.DeduplicationWindow = TimeSpan.MaxValue)
        );

        Assert.Contains("DeduplicationWindow", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_do_not_contain_secrets_in_ToString_or_JSON()
    {
        KajabiWebhookOptions options = new() { Secrets = [WebhookHost.Secret] };

        string shown = options + System.Text.Json.JsonSerializer.Serialize(options) + Newtonsoft.Json.JsonConvert.SerializeObject(options);

        Assert.DoesNotContain(WebhookHost.Secret, shown, StringComparison.Ordinal);
        Assert.Contains("MaxRequestBodySize", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_contain_no_secret_and_no_personal_data()
    {
        LogRecorder log = new();
        await using (
            WebhookHost host = await WebhookHost.StartAsync(build: builder =>
                builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace)
            )
        )
        {
            host.Inbox.OnEvent = static (received, _) =>
                received is TagRemovedEvent ? throw new InvalidOperationException("The database is down.") : Task.CompletedTask;
            await host.SendAsync(HttpMethod.Get);
            await host.PostAsync(Deliveries.TagAdded());
            await host.PostAsync(Deliveries.TagAdded());
            await host.PostAsync(Deliveries.TagAdded().Replace("tag_added", "tag_removed", StringComparison.Ordinal));
            await host.PostAsync($$"""{ "event": "for {{Deliveries.Email}}", "payload": [] }""");
            await host.PostAsync(Deliveries.TagAdded(), host.GetAddress($"?secret={WebhookHost.Secret}x"));
            await host.PostAsync(new string('[', 2_000_000));
        }

        // The host logs each URL before any middleware runs. Only the application can disable that entry.
        string[] lines =
        [
            .. log.Lines.Where(static line => !line.StartsWith("Microsoft.AspNetCore.Hosting.Diagnostics:1:", StringComparison.Ordinal)),
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

    /// <summary>Records log entries as category, event id and text.</summary>
    private sealed class LogRecorder : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose() { }

        private sealed class Logger(LogRecorder log, string category) : ILogger
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
            ) => log.Lines.Enqueue($"{category}:{eventId.Id}:{formatter(state, exception)} {exception}");
        }
    }
}
