using System.Globalization;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;
using OpenApi.Drift.Tests.Mutations;
using Xunit.Abstractions;

namespace OpenApi.Drift.Tests;

/// <summary>Tests that seeded changes of the OpenAPI document produce exactly their expected findings.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. MutationSuite.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seeded_change_produces_exactly_its_findings(string mutation)
    {
        MutationRun run = MutationRun.Get(mutation);

        Assert.Equal([], run.Missing);
        Assert.Equal([], run.Unexpected);
    }

    [Fact]
    public void Recall_and_precision_are_1()
    {
        List<MutationRun> runs = [.. MutationSuite.All.Keys.Select(MutationRun.Get)];
        int right = runs.Sum(static run => run.CorrectCount);
        double recall = (double)right / (right + runs.Sum(static run => run.Missing.Count));
        double precision = (double)right / (right + runs.Sum(static run => run.Unexpected.Count));
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
    public void Every_rule_is_covered_by_a_mutation_in_each_direction()
    {
        HashSet<string> covered =
        [
            .. MutationSuite
                .All.Values.SelectMany(static mutation => mutation.Expected)
                .Select(static finding => $"{finding.Direction} {finding.Id}"),
        ];
        IEnumerable<string> uncovered = RuleTable
            .Rules.Where(rule => !covered.Contains($"{DirectionFormatter.Format(rule.Direction)} {rule.Id}"))
            .Select(static rule => rule.Id)
            .Concat(
                SchemaLocation
                    .All.Where(static location => location == SchemaLocation.RequestBody || location == SchemaLocation.ResponseBody)
                    .SelectMany(location =>
                        RuleTable
                            .SchemaRules.Where(rule => rule.AppliesTo(location) && !IsCovered(rule, location, covered))
                            .Select(rule => rule.At(location, isWhole: false).Id)
                    )
            );

        Assert.Empty(uncovered);
    }

    private static bool IsCovered(SchemaRule rule, SchemaLocation location, HashSet<string> covered) =>
        covered.Contains($"{DirectionFormatter.Format(location.Direction)} {rule.At(location, isWhole: true).Id}")
        || covered.Contains($"{DirectionFormatter.Format(location.Direction)} {rule.At(location, isWhole: false).Id}");
}
