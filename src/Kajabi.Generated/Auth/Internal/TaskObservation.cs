namespace Kajabi.Auth.Internal;

/// <summary>Observes failures of tasks that no caller may be waiting for any more.</summary>
internal static class TaskObservation
{
    /// <summary>Observes the exception of the task, so that it is never reported as unobserved.</summary>
    public static TTask IgnoreUnobservedException<TTask>(this TTask task)
        where TTask : Task
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
