namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>The last requests, in the order of their arrival.</summary>
/// <param name="capacity">The maximum number of requests.</param>
internal sealed class RequestLog(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<SandboxRequest> _requests = new();

    public IReadOnlyList<SandboxRequest> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public void Add(SandboxRequest request)
    {
        lock (_lock)
        {
            _requests.Enqueue(request);
            while (_requests.Count > capacity)
            {
                _requests.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }
}
