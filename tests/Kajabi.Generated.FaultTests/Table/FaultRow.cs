namespace Kajabi.Tests.Table;

/// <summary>One line of the table of faults.</summary>
/// <param name="Section">What the line is about, such as <c>body</c>.</param>
/// <param name="Operation">What is called.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Expected">What the SDK makes of it.</param>
/// <param name="MeetAsync">Plays the fault and asserts what is expected.</param>
internal sealed record FaultRow(string Section, string Operation, string Fault, string Expected, Func<Stage, Task> MeetAsync)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>The line of its section in the reference folder's list that it stands for, counted from 1; null for a case of our own.</summary>
    public int? Line { get; init; }

    /// <summary>How the stage begins; an ordinary one unless said.</summary>
    public Func<Stage> Begin { get; init; } = static () => new Stage();

    public string Name => $"{Section}: {Operation}: {Fault}";

    /// <summary>Plays the row. One that hangs fails, instead of stopping those behind it.</summary>
    public async Task RunAsync()
    {
        await using Stage stage = Begin();
        await MeetAsync(stage).WaitAsync(s_patience);
    }
}
