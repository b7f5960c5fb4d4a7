namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests which changes are reported together with a change of the types, and which are part of it.</summary>
public sealed class TypeChangeTests
{
    private const string Union = "'anyOf':[{'required':['a']},{'required':['b']}]";

    [Theory]
    [InlineData("{'type':'string','enum':['a']}", "{'type':['string','integer']}", "enum-removed")]
    [InlineData("{'type':['string','integer']}", "{'type':'string','enum':['a']}", "became-enum")]
    [InlineData("{'enum':['a',1]}", "{'enum':['a',true]}", "enum-value-added,enum-value-removed")]
    [InlineData("{'enum':['a',1]}", "{'enum':['a']}", "enum-value-removed")]
    [InlineData("{'enum':['a']}", "{'enum':['a',1]}", "enum-value-added")]
    public void Listed_values_include_the_change_of_their_types(string before, string after, string changes) =>
        Assert.Equal(changes, RequestChanges.Names(before, after));

    [Theory]
    [InlineData("{'enum':['a',1]}", "{'type':'string'}", "enum-removed,type-specialized")]
    [InlineData("{'type':'string'}", "{'enum':['a',1]}", "became-enum,type-generalized")]
    [InlineData("{'enum':['a',1]}", "{'type':['string','boolean']}", "enum-removed,type-changed")]
    [InlineData("{'type':['string','boolean']}", "{'enum':['a',1]}", "became-enum,type-changed")]
    [InlineData("{'enum':['a']}", "{'enum':[1]}", "type-changed")]
    public void A_change_of_the_types_that_listed_values_do_not_explain_is_reported(string before, string after, string changes) =>
        Assert.Equal(changes, RequestChanges.Names(before, after));

    [Theory]
    [InlineData(
        "{'type':['string','null'],'maxLength':3}",
        "{'type':['string','integer'],'maxLength':5}",
        "became-not-nullable,max-length-increased,type-generalized"
    )]
    [InlineData("{'type':['string','integer'],'maxLength':3}", "{'type':'string','maxLength':2}", "max-length-decreased,type-specialized")]
    [InlineData("{'type':'string','maxLength':3}", "{}", "type-generalized")]
    [InlineData("{}", "{'type':'string','maxLength':3}", "type-specialized")]
    [InlineData("{'type':'string','maxLength':3}", "false", "type-specialized")]
    [InlineData("{'type':['string','null'],'maxLength':3}", "{'type':'integer','minimum':3}", "type-changed")]
    public void Restrictions_of_a_common_type_are_compared_unless_one_schema_allows_everything_or_nothing(
        string before,
        string after,
        string changes
    ) => Assert.Equal(changes, RequestChanges.Names(before, after));

    [Theory]
    [InlineData("{'type':['string','object'],'properties':{'a':{}}}", "{'type':'string'}", "removed,type-specialized")]
    [InlineData(
        "{'type':'string'}",
        "{'type':['string','object'],'properties':{'a':{}}}",
        "new-optional-request-property,type-generalized"
    )]
    [InlineData("{'type':'string','properties':{'a':{}}}", "{'type':'string'}", "")]
    [InlineData("{'type':'string'}", "{'type':'string','properties':{'a':{}}}", "")]
    public void Keywords_of_a_type_are_compared_if_one_of_the_schemas_has_it_unless_the_type_contradicts_them(
        string before,
        string after,
        string changes
    ) => Assert.Equal(changes, RequestChanges.Names(before, after));

    [Theory]
    [InlineData("{'type':'object','minProperties':1}", "{'type':['object','string'],'minProperties':1," + Union + "}", "type-generalized")]
    [InlineData("{'type':['object','string'],'minProperties':1," + Union + "}", "{'type':'object','minProperties':1}", "type-specialized")]
    public void A_change_of_the_types_is_reported_if_only_one_schema_has_alternatives(string before, string after, string change) =>
        Assert.Contains(change, RequestChanges.Names(before, after).Split(','));

    [Fact]
    public void A_change_of_the_types_is_part_of_the_change_of_the_alternatives_if_both_schemas_have_them() =>
        Assert.Equal(
            "any-of-added",
            RequestChanges.Names(
                "{'anyOf':[{'type':'object','properties':{'a':{}}},{'type':'object','properties':{'b':{}}}]}",
                "{'anyOf':[{'type':'object','properties':{'a':{}}},{'type':'object','properties':{'b':{}}},{'type':'string'}]}"
            )
        );
}
