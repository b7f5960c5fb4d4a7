using Kajabi.Sandbox.Internal.Faults;

namespace Kajabi.Sandbox;

/// <summary>A fault with the requests that it applies to; see <see cref="SandboxFaults.Add"/>.</summary>
public sealed class SandboxFaultRule
{
    private readonly PathPattern? _pattern;
    private int _remaining;

    internal SandboxFaultRule(SandboxFault fault, int times, HttpMethod? method, PathPattern? pattern)
    {
        (Fault, _remaining, Method, _pattern) = (fault, times, method, pattern);
    }

    /// <summary>Gets the fault.</summary>
    public SandboxFault Fault { get; }

    /// <summary>Gets the method of the requests; null for every method.</summary>
    public HttpMethod? Method { get; }

    /// <summary>Gets the path of the requests; null for every path of the API except those of tokens.</summary>
    public string? Path => _pattern?.Text;

    /// <summary>Gets the number of requests that the fault still applies to.</summary>
    public int RemainingCount => Volatile.Read(ref _remaining);

    internal bool Matches(FaultRequest request) =>
        (Method is null || string.Equals(Method.Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (_pattern?.Matches(request.Segments) ?? request.IsOfApi)
        && Fault.AppliesTo(request);

    /// <summary>Counts a request. The caller prevents concurrent calls.</summary>
    internal void Use() => Volatile.Write(ref _remaining, _remaining - 1);

    /// <summary>Returns a copy that counts for itself.</summary>
    internal SandboxFaultRule Clone() => new(Fault, RemainingCount, Method, _pattern);

    /// <summary>Returns a short description.</summary>
    public override string ToString() => $"{Method?.Method ?? "*"} {Path ?? "*"}: {Fault}, {RemainingCount} left";
}
