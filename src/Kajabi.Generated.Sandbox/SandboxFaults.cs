using Kajabi.Sandbox.Internal;
using Kajabi.Sandbox.Internal.Faults;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox;

/// <summary>
/// The faults that a sandbox simulates. A request has at most one fault: that of the first rule that matches it and is not used up. All
/// members are thread-safe.
/// </summary>
public sealed class SandboxFaults
{
    private readonly Lock _lock = new();
    private readonly List<SandboxFaultRule> _rules = [];
    private readonly List<SandboxDeliveryFaultRule> _deliveryRules = [];

    internal SandboxFaults() { }

    /// <summary>Gets the rules for requests that are not used up, in the order of their use.</summary>
    public IReadOnlyList<SandboxFaultRule> Rules
    {
        get
        {
            lock (_lock)
            {
                return [.. _rules];
            }
        }
    }

    /// <summary>Gets the rules for webhook deliveries that are not used up, in the order of their use.</summary>
    public IReadOnlyList<SandboxDeliveryFaultRule> DeliveryRules
    {
        get
        {
            lock (_lock)
            {
                return [.. _deliveryRules];
            }
        }
    }

    /// <summary>Adds a fault for the next requests, or the next ones that match.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The number of requests; <see cref="int.MaxValue"/> for all. Default: 1.</param>
    /// <param name="method">The method of the requests. Default: null, every method.</param>
    /// <param name="path">
    /// The path of the requests, without the query, in which <c>*</c> matches one segment (<c>/v1/contacts/*</c>) and <c>**</c> at the end
    /// all further ones (<c>/v1/**</c>). Default: null, every path of the API (<c>/v1/</c> and activation links) except those of tokens
    /// (<c>/v1/oauth/token</c>).
    /// </param>
    /// <returns>The rule, whose <see cref="SandboxFaultRule.RemainingCount"/> is zero when it is used up.</returns>
    /// <exception cref="ArgumentException">
    /// No request has the method or the path: the path does not start with a slash, contains a query, or is probably misspelled. The
    /// message names the nearest one.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is not positive.</exception>
    public SandboxFaultRule Add(SandboxFault fault, int times = 1, HttpMethod? method = null, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ThrowIfNotPositive(times);
        if (method is not null && ApiRoutes.FindMethodProblem(method.Method) is { } problem)
        {
            throw new ArgumentException(problem, nameof(method));
        }

        SandboxFaultRule rule = new(fault, times, method, path is null ? null : new PathPattern(path));
        lock (_lock)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    /// <summary>Adds a fault for the next webhook deliveries, or the next ones of an event.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The number of deliveries; <see cref="int.MaxValue"/> for all. Default: 1.</param>
    /// <param name="eventName">The name of the event, such as <c>tag_added</c>. Default: null, every event.</param>
    /// <returns>The rule, whose <see cref="SandboxDeliveryFaultRule.RemainingCount"/> is zero when it is used up.</returns>
    /// <exception cref="ArgumentException">There is no such event.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is not positive.</exception>
    public SandboxDeliveryFaultRule AddForDeliveries(SandboxDeliveryFault fault, int times = 1, string? eventName = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ThrowIfNotPositive(times);
        string[] events = [.. EventPayload.EventNames, .. AdminEventPayload.EventNames];
        if (eventName is not null && !events.Contains(eventName))
        {
            throw new ArgumentException(
                $"'{eventName}' is none of the events {string.Join(", ", events)}.{Suggestion.Ask(Suggestion.Find(eventName, events))}",
                nameof(eventName)
            );
        }

        SandboxDeliveryFaultRule rule = new(fault, times, eventName);
        lock (_lock)
        {
            _deliveryRules.Add(rule);
        }

        return rule;
    }

    /// <summary>Removes all rules.</summary>
    public void Clear() => Replace([], []);

    /// <summary>Returns the fault of a request, and counts it; null for none.</summary>
    internal SandboxFault? Take(FaultRequest request)
    {
        lock (_lock)
        {
            if (_rules.Find(rule => rule.Matches(request)) is not { } found)
            {
                return null;
            }

            found.Use();
            _rules.RemoveAll(static rule => rule.RemainingCount == 0);
            return found.Fault;
        }
    }

    /// <summary>Returns the fault of a delivery, and counts it; null for none.</summary>
    internal SandboxDeliveryFault? TakeForDelivery(string eventName)
    {
        lock (_lock)
        {
            if (_deliveryRules.Find(rule => rule.EventName is null || rule.EventName == eventName) is not { } found)
            {
                return null;
            }

            found.Use();
            _deliveryRules.RemoveAll(static rule => rule.RemainingCount == 0);
            return found.Fault;
        }
    }

    private static void ThrowIfNotPositive(int times)
    {
        if (times < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(times), "A fault applies at least once. Omit times, or pass a number from 1.");
        }
    }

    internal void Replace(IEnumerable<SandboxFaultRule> rules, IEnumerable<SandboxDeliveryFaultRule> deliveryRules)
    {
        lock (_lock)
        {
            _rules.Clear();
            _rules.AddRange(rules);
            _deliveryRules.Clear();
            _deliveryRules.AddRange(deliveryRules);
        }
    }
}
