using System.Globalization;
using Spectre.Console;

namespace Kajabi.Cli.Export;

/// <summary>A bar that shows how far an export has come.</summary>
internal static class ExportProgress
{
    /// <summary>Shows the bar while the work goes on.</summary>
    /// <param name="console">Where to; null where nobody sees it.</param>
    /// <param name="type">What is exported.</param>
    /// <param name="work">The work; it is given what to call with the number that is done and the number of all, where that is known.</param>
    public static Task ShowAsync(IAnsiConsole? console, string type, Func<Action<long, long?>, Task> work) =>
        console is null
            ? work(static (_, _) => { })
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
                    await work((count, total) => Show(task, type, count, total));
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
