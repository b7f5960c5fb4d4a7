using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests arguments that are null.</summary>
public sealed class ArgumentTests
{
    private static readonly SourceFile s_file = new("openapi.yaml", SmallContract.WithSchema("{}"));

    [Fact]
    public void Both_documents_are_required()
    {
        Assert.Equal("base", Assert.Throws<ArgumentNullException>(() => DriftComparison.Compare(null!, s_file)).ParamName);
        Assert.Equal("revision", Assert.Throws<ArgumentNullException>(() => DriftComparison.Compare(s_file, null!)).ParamName);
    }
}
