using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Tests.Reading;

/// <summary>Tests the parameters of paths.</summary>
public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/a/{x}/b/{y}", "/a/{}/b/{}", "x, y", "a, {}, b, {}")]
    [InlineData("/a/{x}.{y}/", "/a/{}.{}/", "x, y", "a, {}.{}")]
    [InlineData("/a", "/a", "", "a")]
    [InlineData("/{}", "/{}", "", "{}")]
    [InlineData("{$request.body#/url}", "{$request.body#/url}", "", "{$request.body#, url}")]
    public void The_names_of_parameters_are_not_part_of_the_key(string path, string key, string names, string segments)
    {
        PathTemplate template = new(path);

        Assert.Equal(
            (path, key, names, segments),
            (template.Text, template.Key, string.Join(", ", template.Names), string.Join(", ", template.Segments))
        );
    }

    [Theory]
    [InlineData("x", 0)]
    [InlineData("y", 1)]
    [InlineData("z", -1)]
    public void A_parameter_has_a_position(string name, int position) =>
        Assert.Equal(position, new PathTemplate("/a/{x}/{y}").PositionOf(name));
}
