using System.Globalization;
using Spectre.Console;

namespace Kajabi.Cli.Export;

/// <summary>Shows the progress of an export or a bulk change as a progress bar.</summary>
internal static class ExportProgress
{
    /// <summary>Shows the progress bar while the work runs.</summary>
    /// <param name="console">The console; null to show nothing.</param>
    /// <param name="type">The resource type.</param>
    /// <param name="run">
    /// Runs the work. Its argument reports progress: the number of processed resources and the total, null if unknown.
    /// </param>
    public static Task ShowAsync(IAnsiConsole? console, string type, Func<Action<long, long?>, Task> run) =>
        console is null
            ? run(static (_, _) => { })
            : console
                .Progress()
                .Columns(
                    new SpinnerColumn(),
                    new TaskDescriptionColumn { Alignment = Justify.Left },
                    new ProgressBarColumn(),
                    new PercentageColumn(),
                    new RemainingTimeColumn()
                )
                .StartAsync(async context =>
                {
                    ProgressTask task = context.AddTask(Markup.Escape(type));
                    task.IsIndeterminate = true;
                    await run((count, total) => Show(task, type, count, total));
                    task.IsIndeterminate = false;
                    task.Value = task.MaxValue;
                });

    private static void Show(ProgressTask task, string type, long count, long? total)
    {
        task.Description = Markup.Escape(
            string.Create(CultureInfo.InvariantCulture, $"{type} {count:N0}{(total is null ? string.Empty : " of ")}{total:N0}")
        );
        if (total > 0)
        {
            task.IsIndeterminate = false;
            task.MaxValue = Math.Max(total.Value, count);
            task.Value = count;
        }
    }
}
