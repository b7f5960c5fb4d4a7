using Newtonsoft.Json.Linq;
using OpenApi.Drift.Tests.NoOp;

namespace OpenApi.Drift.Tests;

/// <summary>Tests edits of the OpenAPI document that do not change requests or responses.</summary>
public sealed class NoOpEditTests
{
    private static readonly Dictionary<string, Action<JObject>> s_edits = NotationEdits.All.Concat(StructureEdits.All).ToDictionary();

    public static TheoryData<string> Names => [.. s_edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_edit_without_effect_has_no_findings(string edit)
    {
        JObject edited = OurContract.Copy(s_edits[edit]);

        Assert.False(JToken.DeepEquals(OurContract.Copy(), edited), "The edit changes nothing in the file.");
        Assert.Equal([], SmallContract.Compare(OurContract.Copy(), edited).Findings);
        Assert.Equal([], SmallContract.Compare(edited, OurContract.Copy()).Findings);
    }

    [Fact]
    public void There_are_at_least_30_edits_without_effect() => Assert.True(s_edits.Count >= 30);
}
