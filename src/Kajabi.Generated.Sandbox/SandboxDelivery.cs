using System.Collections.Concurrent;

namespace Kajabi.Sandbox;

/// <summary>
/// A webhook delivery of the sandbox: one that was sent, is pending, or was not sent for the reason of <see cref="Problem"/>.
/// </summary>
public sealed class SandboxDelivery
{
    private readonly ConcurrentQueue<int> _statusCodes = [];
    private readonly Lock _lock = new();
    private string? _problem;
    private DateTimeOffset? _nextAttempt;
    private bool _isCompleted;

    internal SandboxDelivery(string webhookId, string eventName, string body, DateTimeOffset time)
    {
        (WebhookId, Event, Body, Time) = (webhookId, eventName, body, time);
    }

    /// <summary>Gets the id of the <c>hooks</c> resource.</summary>
    public string WebhookId { get; }

    /// <summary>Gets the event name, such as <c>tag_added</c>.</summary>
    public string Event { get; }

    /// <summary>Gets the JSON body.</summary>
    public string Body { get; }

    /// <summary>Gets the time of the event, on the clock of the sandbox.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>
    /// Gets the URL of the webhook at the time of the event, without its user name, password and query, which may contain secrets; null if
    /// the webhook has no valid URL.
    /// </summary>
    public string? TargetUrl { get; internal init; }

    /// <summary>Gets the fault of the delivery; null for none.</summary>
    public SandboxDeliveryFault? Fault { get; internal init; }

    /// <summary>
    /// Gets why nothing was sent, such as a target on another host that <see cref="KajabiSandboxOptions.WebhookHosts"/> does not contain,
    /// or why the last attempt had no response; null for a delivery that is pending or had a response.
    /// </summary>
    public string? Problem
    {
        get
        {
            lock (_lock)
            {
                return _problem;
            }
        }
    }

    /// <summary>
    /// Gets the status code of each attempt; 0 for no response. Empty for a pending delivery, and for one that is not sent, whose
    /// <see cref="Problem"/> names the reason.
    /// </summary>
    public IReadOnlyList<int> ResponseStatusCodes => [.. _statusCodes];

    /// <summary>When the next attempt is due, on the clock of the sandbox; null if none is scheduled.</summary>
    internal DateTimeOffset? NextAttempt
    {
        get
        {
            lock (_lock)
            {
                return _nextAttempt;
            }
        }
        set
        {
            lock (_lock)
            {
                _nextAttempt = value;
            }
        }
    }

    /// <summary>Whether no further attempt is made.</summary>
    internal bool IsCompleted
    {
        get => Volatile.Read(ref _isCompleted);
        set => Volatile.Write(ref _isCompleted, value);
    }

    internal void AddResponse(int status, string? problem)
    {
        SetProblem(problem);
        _statusCodes.Enqueue(status);
    }

    internal void SetProblem(string? problem)
    {
        lock (_lock)
        {
            _problem = problem;
        }
    }

    /// <summary>Returns the event, the target, and the status codes or the problem.</summary>
    public override string ToString() =>
        $"{Event} to {TargetUrl ?? "no URL"}: {(ResponseStatusCodes is [_, ..] codes ? string.Join(", ", codes) : Problem ?? "pending")}";
}
