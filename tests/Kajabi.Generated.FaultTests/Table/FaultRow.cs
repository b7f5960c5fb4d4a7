namespace Kajabi.Tests.Table;

/// <summary>One row of the fault table.</summary>
/// <param name="Section">The section of the table, such as <c>body</c>.</param>
/// <param name="Operation">The operation of the SDK.</param>
/// <param name="Fault">The fault.</param>
/// <param name="Expected">The expected behavior of the SDK.</param>
/// <param name="RunScenarioAsync">Provokes the fault and asserts the expected behavior.</param>
internal sealed record FaultRow(string Section, string Operation, string Fault, string Expected, Func<FaultScenario, Task> RunScenarioAsync)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    /// <summary>The line in the section of the reference list, starting at 1; null if the list does not contain the fault.</summary>
    public int? Line { get; init; }

    /// <summary>Creates the scenario. Default: a scenario with a plain HTTP server.</summary>
    public Func<FaultScenario> CreateScenario { get; init; } = static () => new FaultScenario();

    public string Name => $"{Section}: {Operation}: {Fault}";

    /// <summary>Runs the row. A row that hangs fails after a timeout.</summary>
    public async Task RunAsync()
    {
        await using FaultScenario scenario = CreateScenario();
        await RunScenarioAsync(scenario).WaitAsync(s_timeout);
    }
}
