namespace Kajabi.Tests.Server;

/// <summary>Records requests in order and signals when a number of requests was received.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<FaultRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    public IReadOnlyList<FaultRequest> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public void Add(FaultRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            _waiting.FindAll(waiting => waiting.Count <= _requests.Count).ForEach(static waiting => waiting.Reached.TrySetResult());
        }
    }

    public Task WaitForCountAsync(int count)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add((count, reached));
            if (_requests.Count >= count)
            {
                reached.TrySetResult();
            }
        }

        return reached.Task;
    }
}
