using Kajabi.Tests.Table;

// The tests of this project run under `dotnet test`; here stands what a person asks for by hand.
return args switch
{
    ["table"] => await FaultReport.PrintAsync(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run --project tests/Kajabi.Generated.FaultTests -- <command>

          table    plays every fault and prints what became of it, as a Markdown table
        """);
    return 2;
}
