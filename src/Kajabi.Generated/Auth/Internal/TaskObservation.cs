namespace Kajabi.Auth.Internal;

/// <summary>Extension methods for tasks that may be abandoned.</summary>
internal static class TaskObservation
{
    /// <summary>Observes the task's exception so that it is never reported as unobserved.</summary>
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
