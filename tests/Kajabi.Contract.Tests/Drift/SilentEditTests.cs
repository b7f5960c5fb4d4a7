using Kajabi.Contract.Tests.Drift.Silent;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Edits of our contract that nobody on the wire can notice.</summary>
public sealed class SilentEditTests
{
    private static readonly Dictionary<string, Action<JObject>> s_edits = SpellingEdits.All.Concat(StructureEdits.All).ToDictionary();

    public static TheoryData<string> Names => [.. s_edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_found_when(string edit)
    {
        JObject edited = OurContract.Copy(s_edits[edit]);

        Assert.False(JToken.DeepEquals(OurContract.Copy(), edited), "The edit changes nothing in the file.");
        Assert.Equal([], OurContract.Compare(OurContract.Copy(), edited).Findings);
        Assert.Equal([], OurContract.Compare(edited, OurContract.Copy()).Findings);
    }

    [Fact]
    public void There_are_at_least_thirty_silent_edits() => Assert.True(s_edits.Count >= 30);
}
