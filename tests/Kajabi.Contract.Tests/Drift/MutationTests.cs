using System.Collections.Concurrent;
using System.Globalization;
using Kajabi.Contract.Drift.Rules;
using Kajabi.Contract.Tests.Drift.Mutations;
using Xunit.Abstractions;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Seeded changes of our contract, each with all of its findings and no other.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<string, MutationRun> s_runs = [];

    public static TheoryData<string> Names => [.. MutationSuite.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seeded_change_gives_its_findings_and_no_other(string mutation)
    {
        MutationRun run = Run(mutation);

        Assert.Equal([], run.Missed);
        Assert.Equal([], run.Invented);
    }

    [Fact]
    public void Recall_and_precision_are_one()
    {
        List<MutationRun> runs = [.. MutationSuite.All.Keys.Select(Run)];
        int right = runs.Sum(static run => run.Right);
        double recall = (double)right / (right + runs.Sum(static run => run.Missed.Count));
        double precision = (double)right / (right + runs.Sum(static run => run.Invented.Count));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{runs.Count} mutations, {right} findings, recall {recall:0.000}, precision {precision:0.000}"
            )
        );

        Assert.True(runs.Count >= 120);
        Assert.Equal(1, recall);
        Assert.Equal(1, precision);
    }

    [Fact]
    public void Every_rule_is_seen_by_a_mutation_in_each_of_its_directions()
    {
        HashSet<string> seen =
        [
            .. MutationSuite
                .All.Values.SelectMany(static mutation => mutation.Expected)
                .Select(static finding => $"{finding.Direction} {finding.Id}"),
        ];
        IEnumerable<string> unseen = RuleTable
            .Rules.Where(rule => !seen.Contains($"{rule.Direction} {rule.Id}"))
            .Select(static rule => rule.Id)
            .Concat(
                SchemaLocation
                    .All.Where(static place => place == SchemaLocation.RequestBody || place == SchemaLocation.ResponseBody)
                    .SelectMany(place =>
                        RuleTable
                            .SchemaRules.Where(rule => rule.HoldsIn(place) && !IsSeen(rule, place, seen))
                            .Select(rule => rule.At(place, isWhole: false).Id)
                    )
            );

        Assert.Empty(unseen);
    }

    private static bool IsSeen(SchemaRule rule, SchemaLocation place, HashSet<string> seen) =>
        seen.Contains($"{place.Direction} {rule.At(place, isWhole: true).Id}")
        || seen.Contains($"{place.Direction} {rule.At(place, isWhole: false).Id}");

    private static MutationRun Run(string name) => s_runs.GetOrAdd(name, static name => MutationRun.Of(MutationSuite.All[name]));
}
