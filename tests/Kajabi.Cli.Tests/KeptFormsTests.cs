using Kajabi.Cli.Export.Anonymization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The values that an anonymized export keeps.</summary>
public sealed class KeptFormsTests
{
    [Theory]
    [InlineData("custom_1", true)]
    [InlineData("custom_150", true)]
    [InlineData("custom_0", false)]
    [InlineData("custom_01", false)]
    [InlineData("custom_1\0", false)]
    [InlineData("custom_151", false)]
    [InlineData("custom_1980", false)]
    [InlineData("custom_Ann", false)]
    public void Only_handles_of_custom_fields_that_the_API_has_are_kept(string handle, bool isKept) =>
        Assert.Equal(isKept, KeptForms.Matches(KeptForm.Handle, new JValue(handle)));
}
