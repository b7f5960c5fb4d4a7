namespace Kajabi.AspNetCore.Internal;

internal static class TaskObservation
{
    /// <summary>Observes the exception of a task that may be abandoned, so that it is not reported as unobserved.</summary>
    public static Task<T> Observed<T>(this Task<T> task)
    {
        task.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return task;
    }
}
