using System.Globalization;
using Kajabi.Tests.Fuzz;
using Kajabi.Tests.Soak;
using Kajabi.Tests.Table;

// The tests of this project run with `dotnet test`; these commands are for manual runs.
try
{
    return args switch
    {
        ["table"] => await FaultReport.PrintAsync(Console.Out),
        ["fuzz", var cases] => await FuzzAsync(Count(cases), first: 0),
        ["fuzz", var cases, var first] => await FuzzAsync(Count(cases), Number(first)),
        ["fuzz-coverage", var format] => FuzzCoverage(format),
        ["soak", [.. var minutes, 'm']] => await SoakAsync(SoakRun.MaxCalls, TimeSpan.FromMinutes(Count(minutes))),
        ["soak", var calls] => await SoakAsync((int)Count(calls), duration: null),
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
    Console.WriteLine($"{cases} cases from number {first}, {documents} read as documents, {events} as events, no failure.");
    return 0;
}

static int FuzzCoverage(string format)
{
    CoverageFuzzing.Run(format);
    return 0;
}

static async Task<int> SoakAsync(int calls, TimeSpan? duration)
{
    Console.WriteLine(await new SoakRun(calls, duration, Console.Out).RunAsync());
    return 0;
}

static uint Number(string text) =>
    uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint number)
        ? number
        : throw new InvalidOperationException($"'{text}' is not a number.");

// A run of nothing would report that nothing failed.
static uint Count(string text) =>
    Number(text) is var number and > 0 ? number : throw new InvalidOperationException("Specify a number greater than 0.");

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run --project tests/Kajabi.Generated.FaultTests -- <command>

          table                 runs every fault and prints the results as a Markdown table
          fuzz <cases> [first]  reads mutated documents, starting at a case number; a million take some minutes
          fuzz-coverage <format>
                                reads the input of afl-fuzz: json, delivery or yaml
          soak <calls>          calls a server that fails at random; 500000 take some minutes
          soak <minutes>m       the same for some time, such as 60m
        """
    );
    return 2;
}
