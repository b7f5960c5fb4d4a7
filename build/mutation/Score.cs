// Prints the score of a mutation report and the mutants that survived, and fails below 85 %, or
// if too many ran into the time limit.
// It has no package of its own, and runs once.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
using System.Globalization;
using System.Text.Json;

const double Minimum = 0.85;

// On a busy machine, mutants that would be noticed run into the time limit instead, and the score means little.
const double MaximumTimeouts = 0.1;

using JsonDocument report = JsonDocument.Parse(File.ReadAllText(args[0]));
List<(string File, int Line, string Status, string Mutant)> mutants = [];
foreach (JsonProperty file in report.RootElement.GetProperty("files").EnumerateObject())
{
    string[] lines = file.Value.GetProperty("source").GetString()!.Split('\n');
    foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
    {
        if (IsContextOfAwait(lines, mutant.GetProperty("location").GetProperty("start")))
        {
            continue;
        }

        mutants.Add(
            (
                Path.GetRelativePath(Environment.CurrentDirectory, file.Name),
                mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                mutant.GetProperty("status").GetString()!,
                $"{mutant.GetProperty("mutatorName").GetString()}: {mutant.GetProperty("replacement").GetString()?.ReplaceLineEndings(" ")}"
            )
        );
    }
}

int killed = mutants.Count(mutant => mutant.Status == "Killed");
var survivors = mutants.Where(mutant => mutant.Status is "Survived" or "NoCoverage").ToList();
foreach (var mutant in survivors)
{
    Console.WriteLine($"{mutant.File}({mutant.Line}): {mutant.Status}: {mutant.Mutant}");
}

// A mutant that never ends was not noticed by an assertion, so it counts neither way.
int timeouts = mutants.Count(mutant => mutant.Status == "Timeout");
double score = (double)killed / Math.Max(1, killed + survivors.Count);
Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{killed} killed, {survivors.Count} survived, {timeouts} timeouts: {score:P1}")
);
if (timeouts > MaximumTimeouts * (killed + survivors.Count + timeouts))
{
    Console.WriteLine("More than a tenth of the mutants ran into the time limit. Repeat the run on a machine that does nothing else.");
    return 1;
}

return score < Minimum ? 1 : 0;

// The tests run without a synchronization context, so ConfigureAwait(true) is equivalent to ConfigureAwait(false) in them. The analyzer
// CA2007 and SynchronizationContextTests check it. The tool can only ignore a whole awaited expression, which contains other mutants.
static bool IsContextOfAwait(string[] lines, JsonElement start)
{
    string line = lines[start.GetProperty("line").GetInt32() - 1];
    return line[..(start.GetProperty("column").GetInt32() - 1)].EndsWith(".ConfigureAwait(", StringComparison.Ordinal);
}
