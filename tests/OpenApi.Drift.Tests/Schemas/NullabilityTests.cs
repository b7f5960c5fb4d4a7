namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Tests whether schemas allow null.</summary>
public sealed class NullabilityTests
{
    private const string Components =
        "{'Text':{'type':'string'},'Maybe':{'type':['string','null']},"
        + "'Loop':{'anyOf':[{'type':'string'},{'$ref':'#/components/schemas/Loop'}]},"
        + "'Dangling':{'$ref':'#/unknown'},'Never':{'type':'string','allOf':[{'$ref':'#/components/schemas/Never'}]}}";

    [Theory]
    [InlineData("{}", true)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("[]", true)]
    [InlineData("{'type':'string'}", false)]
    [InlineData("{'type':'string','nullable':true}", true)]
    [InlineData("{'type':'string','nullable':true,'enum':['a']}", true)]
    [InlineData("{'type':['string','null']}", true)]
    [InlineData("{'type':null}", true)]
    [InlineData("{'enum':['a']}", false)]
    [InlineData("{'enum':['a',null]}", true)]
    [InlineData("{'type':'string','enum':['a',null]}", false)]
    [InlineData("{'const':'a'}", false)]
    [InlineData("{'const':null}", true)]
    [InlineData("{'allOf':[{},{'type':'string'}]}", false)]
    [InlineData("{'allOf':[{},{'type':['string','null']}]}", true)]
    [InlineData("{'anyOf':[{'type':'string'},{'type':'null'}]}", true)]
    [InlineData("{'anyOf':[{'type':'string'},{'type':'integer'}]}", false)]
    [InlineData("{'oneOf':[{'type':'string'},{'type':'null'}]}", true)]
    [InlineData("{'oneOf':[{'type':'string'},{'type':'integer'}]}", false)]
    [InlineData("{'oneOf':[]}", true)]
    [InlineData("{'not':{'type':'null'}}", false)]
    [InlineData("{'not':{'type':'string'}}", true)]
    [InlineData("{'not':{'$ref':'#/unknown'}}", true)]
    [InlineData("{'not':{'not':{'$ref':'#/unknown'}}}", true)]
    [InlineData("{'not':{'allOf':[{'$ref':'#/unknown'}]}}", true)]
    [InlineData("{'not':{'anyOf':[{'$ref':'#/unknown'},{'type':'string'}]}}", true)]
    [InlineData("{'not':{'anyOf':[{'$ref':'#/unknown'},{'type':'null'}]}}", false)]
    [InlineData("{'not':{'$ref':'#/components/schemas/Dangling'}}", true)]
    [InlineData("{'type':'string','not':{'$ref':'#/unknown'}}", false)]
    [InlineData("{'if':{'$ref':'#/unknown'},'then':{'type':'string'}}", true)]
    [InlineData("{'not':{'$ref':'#/components/schemas/Maybe'}}", false)]
    [InlineData("{'if':{'type':'null'},'then':{'type':'string'}}", false)]
    [InlineData("{'if':{'type':'null'},'else':{'type':'string'}}", true)]
    [InlineData("{'if':{'type':'string'},'else':{'type':'string'}}", false)]
    [InlineData("{'if':{'type':'string'},'then':{'type':'string'}}", true)]
    [InlineData("{'$ref':'#/components/schemas/Text'}", false)]
    [InlineData("{'$ref':'#/components/schemas/Maybe'}", true)]
    [InlineData("{'$ref':'#/components/schemas/Loop'}", true)]
    [InlineData("{'$ref':'#/components/schemas/Never'}", false)]
    [InlineData("{'$ref':'#/unknown'}", true)]
    public void Null_is_a_value_in_every_notation(string schema, bool isNullable) =>
        Assert.Equal(isNullable, SmallSchemas.ReadOne(schema, Components).IsNullable);

    [Fact]
    public void Alternatives_that_contain_each_other_are_read_once_a_result_is_known()
    {
        // Every order of thirty components is more than any time suffices for.
        string[] references = [.. Enumerable.Range(0, 30).Select(static index => $"{{'$ref':'#/components/schemas/C{index}'}}")];
        string components = string.Join(
            ',',
            Enumerable
                .Range(0, 30)
                .Select(index =>
                    $"'C{index}':{{'anyOf':[{string.Join(',', references.Where((_, other) => other != index))},{{'type':'null'}}]}}"
                )
        );

        Assert.True(SmallSchemas.ReadOne(references[0], $"{{{components}}}").IsNullable);
    }

    [Theory]
    [InlineData("'$ref':'#/components/schemas/Text','nullable':true", false, true)]
    [InlineData("'$ref':'#/components/schemas/Maybe','type':'string'", true, false)]
    [InlineData("'$ref':'#/components/schemas/Maybe','enum':['a']", true, false)]
    public void Keywords_beside_a_reference_apply_since_OpenAPI_3_1(string members, bool before, bool since)
    {
        Assert.Equal(before, SmallSchemas.ReadOne($"{{{members}}}", Components, version: "3.0.3").IsNullable);
        Assert.Equal(since, SmallSchemas.ReadOne($"{{{members}}}", Components).IsNullable);
    }
}
