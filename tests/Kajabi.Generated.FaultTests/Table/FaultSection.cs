namespace Kajabi.Tests.Table;

/// <summary>Writes the rows of one section: each says what it stands for, what goes wrong, and what must come of it.</summary>
internal sealed class FaultSection(string name)
{
    private readonly List<FaultRow> _rows = [];

    public IReadOnlyList<FaultRow> Rows => _rows;

    /// <summary>A row about reading a contact.</summary>
    public FaultSection Read(int? line, string fault, string expected, Func<Stage, Task> meet, Func<Stage>? begin = null) =>
        Add(line, "GET contact", fault, expected, meet, begin);

    /// <summary>A row about reading a contact that one answer decides.</summary>
    public FaultSection Read(int? line, string fault, string expected, Server.Reply reply, Func<Stage, Task> meet) =>
        Read(
            line,
            fault,
            expected,
            stage =>
            {
                stage.Server.Answer(reply);
                return meet(stage);
            }
        );

    /// <summary>A row about any operation.</summary>
    public FaultSection Add(int? line, string operation, string fault, string expected, Func<Stage, Task> meet, Func<Stage>? begin = null)
    {
        FaultRow row = new(name, operation, fault, expected, meet) { Line = line };
        _rows.Add(begin is null ? row : row with { Begin = begin });
        return this;
    }
}
