using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Kajabi.AspNetCore;
using Kajabi.Tests.Auth;
using Kajabi.Tests.Client;
using Kajabi.Tests.Http;
using Kajabi.Tests.Resilience;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Diagnostics;

/// <summary>Log events: ids and levels are stable, and no event contains secrets or personal data.</summary>
public sealed class LogEventTests
{
    private const string Marker = "ada.log-marker@example.org";
    private static readonly RetryConditionHeaderValue s_tomorrow = new(TimeSpan.FromDays(1));

    private static IEnumerable<LogEvent> All { get; } = [.. GetEvents(typeof(KajabiClient)), .. GetEvents(typeof(KajabiWebhookOptions))];

    [Fact]
    public void The_documentation_lists_all_log_events_in_the_order_of_their_ids()
    {
        string page = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "docs", "observability.md"));

        string[] rows =
        [
            .. All.OrderBy(static one => one.Id).Select(static one => $"| {one.Id} | `{one.Name}` | {one.Level} | `{one.Category}` |"),
        ];

        Assert.Contains(
            $"| --- | --- | --- | --- |\n{string.Join('\n', rows)}\n\n",
            page.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_ids_and_names_of_log_events_are_unique()
    {
        Assert.Equal(21, All.Count());
        Assert.Equal(All.Count(), All.DistinctBy(static one => one.Id).Count());
        Assert.Equal(All.Count(), All.DistinctBy(static one => one.Name).Count());
    }

    [Fact]
    public void Log_events_have_only_parameters_of_simple_types() =>
        Assert.All(
            All.SelectMany(static one => one.Values),
            static type =>
                Assert.True(
                    type == typeof(string) || type.IsPrimitive || type.IsEnum || type == typeof(TimeSpan),
                    $"{type} may contain more than its text shows."
                )
        );

    [Fact]
    public async Task Every_log_event_has_its_id_and_level_and_contains_no_secret_or_personal_data()
    {
        FakeLogCollector log = FakeLogCollector.Create(new FakeLogCollectorOptions());

        await FailRequestsAsync(log);
        await DriftAsync(log);
        await ResendAsync(log);
        await ExceedQueueLimitAsync(log);
        await FailLimiterAsync(log);
        await FailTokenCacheAsync(log);
        await FailTokenRefreshAsync(log);

        IReadOnlyList<FakeLogRecord> records = log.GetSnapshot();
        Assert.Equal(
            GetEvents(typeof(KajabiClient)).OrderBy(static one => one.Id).Select(static one => (one.Id, one.Name, one.Level, one.Category)),
            records
                .Where(static one => one.Category!.StartsWith("Kajabi", StringComparison.Ordinal))
                .Select(static one => (one.Id.Id, one.Id.Name!, one.Level, one.Category!))
                .Distinct()
                .OrderBy(static one => one.Id)
        );
        Assert.All(
            records,
            static record =>
            {
                Assert.Null(record.Exception);
                string text = $"{record.Message} {string.Join(' ', record.StructuredState ?? [])} {string.Join(' ', record.Scopes)}";
                Assert.All(
                    [
                        Marker,
                        Uri.EscapeDataString(Marker),
                        "log-marker",
                        TestKajabi.Token,
                        TestKajabi.ClientSecret,
                        "token-1",
                        "/contacts/7",
                    ],
                    secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)
                );
            }
        );
    }

    private static async Task FailRequestsAsync(FakeLogCollector log)
    {
        using ScriptedKajabi kajabi = new(static options => options.Retry.RetryBudget = 1, services => AddLog(services, log));
        kajabi
            .Then(new HttpRequestException(HttpRequestError.ConnectionError, Marker))
            .Then(HttpStatusCode.BadGateway)
            .Then(HttpStatusCode.TooManyRequests, s_tomorrow);

        await kajabi.CallAsync(static client => client.Contacts.GetContactAsync("7"));
        await kajabi.CallAsync(static client => client.Contacts.ListContactsAsync(new ListContactsQuery { Search = Marker }));
    }

    private static async Task DriftAsync(FakeLogCollector log)
    {
        using TestKajabi kajabi = new(
            static options => options.OnContractDrift = static _ => throw new InvalidOperationException(Marker),
            services => AddLog(services, log)
        );
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts/7")
            .Respond(
                TestKajabi.MediaType,
                $$"""
                { "data": { "id": "7", "type": "contacts", "attributes": { "{{Marker}}": 1, "name": { "{{Marker}}": "{{Marker}}" } } },
                  "included": [ { "type": "{{Marker}}", "id": "1", "{{Marker}}": 1 },
                    { "type": "hooks", "id": "1", "attributes": { "event": "{{Marker}}" } } ] }
                """
            );

        await kajabi.Client.Contacts.GetContactAsync("7");
    }

    private static async Task ResendAsync(FakeLogCollector log)
    {
        using ScriptedKajabi kajabi = new(register: services =>
            AddLog(services, log)
                .ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => RetryingHandlers.Create("always")))
        );

        await kajabi.CallAsync(static client => client.Contacts.DeleteContactAsync("7"));
    }

    private static async Task ExceedQueueLimitAsync(FakeLogCollector log)
    {
        using ScriptedKajabi kajabi = new(
            static options => (options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (1, 0),
            services => AddLog(services, log)
        );
        kajabi.ThenNoResponse();
        using CancellationTokenSource caller = new();
        Task first = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.WaitForRequestsAsync(1);
        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    private static async Task FailLimiterAsync(FakeLogCollector log)
    {
        using ScriptedLimiter limiter = new();
        limiter.ThenThrow(new InvalidOperationException(Marker)).ThenReject();
        using ScriptedKajabi kajabi = new(options => options.RateLimit.Limiter = limiter, services => AddLog(services, log));

        await kajabi.Client.Contacts.GetContactAsync("7");
        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));
    }

    private static async Task FailTokenCacheAsync(FakeLogCollector log)
    {
        InMemoryHybridCache store = new() { Access = static () => throw new InvalidOperationException(Marker) };
        using TestKajabi kajabi = new(
            static options => options.AccessTokenSharing = AccessTokenSharing.Unprotected,
            services => AddLog(services, log).AddSingleton<HybridCache>(store)
        );
        _ = new FakeTokenServer(kajabi.Network);

        await kajabi.Client.Sites.GetSiteAsync("1");
    }

    private static async Task FailTokenRefreshAsync(FakeLogCollector log)
    {
        using TestKajabi kajabi = new(register: services => AddLog(services, log));
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.CreateResponse = static _ => FakeTokenServer.Json(Marker, HttpStatusCode.InternalServerError);
        kajabi.Time.Advance(TimeSpan.FromSeconds(3400));
        await kajabi.WaitUntilAsync(() => log.GetSnapshot().Any(static one => one.Id.Id == 202));
    }

    private static IServiceCollection AddLog(IServiceCollection services, FakeLogCollector log) =>
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(log)));

    private static IEnumerable<LogEvent> GetEvents(Type typeInAssembly) =>
        from type in typeInAssembly.Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select new LogEvent(
            message.EventId,
            message.EventName ?? method.Name,
            message.Level,
            (string?)type.GetField("Category")?.GetRawConstantValue() ?? KajabiTelemetry.Name,
            [
                .. method
                    .GetParameters()
                    .Select(static one => one.ParameterType)
                    .Where(static one => one != typeof(ILogger) && one != typeof(Exception)),
            ]
        );

    private sealed record LogEvent(int Id, string Name, LogLevel Level, string Category, Type[] Values);
}
