using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The clock.</summary>
internal static class ClockEndpoints
{
    // ISO 8601 with a date, and in UTC without an offset. Other forms, such as 01/02/2026, mean different times to different readers.
    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static ControlEndpoint[] All { get; } =
    [
        ControlEndpoint.Get("/clock", static request => Write(request.Sandbox.Clock)),
        ControlEndpoint.Put("/clock", SetAsync),
        ControlEndpoint.Post("/clock/advance", AdvanceAsync),
    ];

    /// <summary>Sets the time, stops the clock or lets it run, or both.</summary>
    private static async Task<JsonNode> SetAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        DateTimeOffset? now = ParseTime(body.GetText("now"));
        bool? isStopped = body.GetOptionalFlag("stopped");
        body.RejectOthers();
        if (now is null && isStopped is null)
        {
            throw new ControlException(
                "The body needs the member 'now' (a time such as 2026-01-31T12:00:00Z) or 'stopped' (true or false)."
            );
        }

        if (now is { } checkedTime)
        {
            SandboxClock.ThrowIfOutside(checkedTime); // Before the first change: an invalid request changes nothing.
        }

        SandboxClock clock = request.Sandbox.Clock;
        if (isStopped == true)
        {
            clock.Stop(); // First, so that a stopped clock has exactly the time that is set.
        }

        if (now is { } time)
        {
            clock.SetUtcNow(time);
        }

        if (isStopped == false)
        {
            clock.Resume();
        }

        return Write(clock);
    }

    private static async Task<JsonNode> AdvanceAsync(ControlRequest request)
    {
        ControlBody body = await request.ReadObjectAsync();
        TimeSpan duration = body.GetRequiredSeconds("seconds");
        body.RejectOthers();
        request.Sandbox.Clock.Advance(duration);
        return Write(request.Sandbox.Clock);
    }

    private static DateTimeOffset? ParseTime(string? text) =>
        text is null ? null
        : DateTimeOffset.TryParseExact(
            text,
            s_formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
        : throw new ControlException($"The member 'now' must be a time such as 2026-01-31T12:00:00Z; '{text}' is not.");

    private static JsonObject Write(SandboxClock clock) =>
        new() { ["now"] = SandboxStore.FormatTime(clock.GetUtcNow()), ["stopped"] = clock.IsStopped };
}
