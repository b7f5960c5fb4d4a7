using System.Globalization;
using Kajabi.Tests.Fuzz;
using Kajabi.Tests.Soak;
using Kajabi.Tests.Table;

// The tests of this project run under `dotnet test`; here stands what a person asks for by hand.
try
{
    return args switch
    {
        ["table"] => await FaultReport.PrintAsync(Console.Out),
        ["fuzz", var cases] => await FuzzAsync(Number(cases), first: 0),
        ["fuzz", var cases, var first] => await FuzzAsync(Number(cases), Number(first)),
        ["soak", var calls] => await SoakAsync((int)Number(calls)),
        _ => Usage(),
    };
}
catch (InvalidOperationException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static async Task<int> FuzzAsync(uint cases, uint first)
{
    (int documents, int events) = await FuzzRun.RunAsync(first, cases, FuzzSeeds.All, Console.Out);
    Console.WriteLine($"{cases} cases from number {first}, {documents} read as documents, {events} as events: all hold.");
    return 0;
}

static async Task<int> SoakAsync(int calls)
{
    Console.WriteLine(await new SoakRun(calls, Console.Out).RunAsync());
    return 0;
}

static uint Number(string text) =>
    uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint number)
        ? number
        : throw new InvalidOperationException($"'{text}' is not a number.");

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run --project tests/Kajabi.Generated.FaultTests -- <command>

          table                 plays every fault and prints what became of it, as a Markdown table
          fuzz <cases> [first]  reads so many changed documents, from a case number on; a million take some minutes
          soak <calls>          makes so many calls of a server that fails at random; 500000 take some minutes
        """
    );
    return 2;
}
