namespace Kajabi;

internal static class ObservedTask
{
    /// <summary>Looks at a failure, for tasks that everybody may have turned away from by then.</summary>
    public static Task<T> Observed<T>(this Task<T> task)
    {
        task.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }
}
