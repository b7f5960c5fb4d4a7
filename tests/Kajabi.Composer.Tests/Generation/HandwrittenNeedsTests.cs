using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>The needs of the handwritten code, from which <c>impact</c> determines what a build leaves out.</summary>
public sealed class HandwrittenNeedsTests
{
    [Fact]
    public async Task The_recorded_needs_are_those_of_the_code()
    {
        JArray units = new((await ExpectedLeftOut.Units).Select(static unit => unit.ToJson()));

        RecordedFile.AssertMatches(
            "src/Kajabi.Contract/Impact/HandwrittenMembers.json",
            units.ToString().ReplaceLineEndings("\n") + "\n",
            "KAJABI_UPDATE_NEEDS",
            "KAJABI_UPDATE_NEEDS=1 dotnet test tests/Kajabi.Composer.Tests --filter HandwrittenNeeds"
        );
    }
}
