using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Tests.Elements;

/// <summary>Tests which media types are the same one.</summary>
public sealed class MediaTypeNameTests
{
    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData(" Application/JSON ", "application/json")]
    [InlineData("application/json; charset=UTF-8", "application/json")]
    [InlineData("application/vnd.api+json;charset=utf-8", "application/vnd.api+json")]
    [InlineData("application/json; charset=latin1", "application/json;charset=latin1")]
    [InlineData("application/json; profile=a", "application/json;profile=a")]
    [InlineData("application/xml; charset=utf-8", "application/xml;charset=utf-8")]
    [InlineData("text/csv; Charset=UTF-8", "text/csv;charset=utf-8")]
    [InlineData("text/csv; b=2; a=1", "text/csv;a=1;b=2")]
    [InlineData("text/csv; ; a=1;", "text/csv;a=1")]
    [InlineData("text/csv; Name = \"Ab\"", "text/csv;name=Ab")]
    [InlineData("text/csv; FLAG", "text/csv;flag")]
    [InlineData("text/csv; =X", "text/csv;=X")]
    [InlineData("", "")]
    [InlineData(";", "")]
    public void The_name_is_normalized(string name, string normalized) => Assert.Equal(normalized, MediaTypeName.Normalize(name));
}
