namespace Kajabi.Tests.Table;

/// <summary>Builds the rows of one section.</summary>
internal sealed class FaultSection(string name)
{
    private readonly List<FaultRow> _rows = [];

    public IReadOnlyList<FaultRow> Rows => _rows;

    /// <summary>Adds a row that reads a contact.</summary>
    public FaultSection Read(
        int? line,
        string fault,
        string expected,
        Func<FaultScenario, Task> run,
        Func<FaultScenario>? createScenario = null
    ) => Add(line, "GET contact", fault, expected, run, createScenario);

    /// <summary>Adds a row that reads a contact with this response.</summary>
    public FaultSection Read(int? line, string fault, string expected, Server.ResponseWriter response, Func<FaultScenario, Task> run) =>
        Read(
            line,
            fault,
            expected,
            scenario =>
            {
                scenario.Server.Respond(response);
                return run(scenario);
            }
        );

    /// <summary>Adds a row for any operation.</summary>
    public FaultSection Add(
        int? line,
        string operation,
        string fault,
        string expected,
        Func<FaultScenario, Task> run,
        Func<FaultScenario>? createScenario = null
    )
    {
        FaultRow row = new(name, operation, fault, expected, run) { Line = line };
        _rows.Add(createScenario is null ? row : row with { CreateScenario = createScenario });
        return this;
    }
}
