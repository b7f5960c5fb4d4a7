using System.Globalization;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Tests bounds and steps of numbers.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("2", "1", "2", "1")]
    [InlineData("1 excluded", "1", "1 excluded", "1 excluded")]
    [InlineData("1", "1 excluded", "1 excluded", "1 excluded")]
    [InlineData("2", "1 excluded", "2", "1 excluded")]
    [InlineData("-1.50", null, "-1.5", "-1.5")]
    [InlineData(null, "3 excluded", "3 excluded", "3 excluded")]
    [InlineData(null, null, null, null)]
    public void The_stricter_of_two_bounds_applies(string? left, string? right, string? lower, string? upper)
    {
        Assert.Equal(lower, NumberBound.Greater(Parse(left), Parse(right))?.ToString());
        Assert.Equal(upper, NumberBound.Less(Parse(left), Parse(right))?.ToString());
    }

    [Theory]
    [InlineData("1", "1", "1")]
    [InlineData("1 excluded", "2", "0")]
    [InlineData("1.5", "2", "1")]
    [InlineData("1.5 excluded", "2", "1")]
    [InlineData("-1.5", "-1", "-2")]
    [InlineData(
        "79228162514264337593543950335 excluded",
        "79228162514264337593543950335 excluded",
        "79228162514264337593543950335 excluded"
    )]
    [InlineData(
        "-79228162514264337593543950335 excluded",
        "-79228162514264337593543950335 excluded",
        "-79228162514264337593543950335 excluded"
    )]
    public void A_bound_of_integers_is_inclusive(string bound, string lower, string upper)
    {
        Assert.Equal(lower, Parse(bound)!.ForIntegers(1).ToString());
        Assert.Equal(upper, Parse(bound)!.ForIntegers(-1).ToString());
    }

    [Theory]
    [InlineData("4", "6", "12")]
    [InlineData("6", "4", "12")]
    [InlineData("5", "5", "5")]
    [InlineData("3", "9", "9")]
    [InlineData("0.2", "0.3", "0.6")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950334", "79228162514264337593543950335")]
    [InlineData("79228162514264337593543950334", "79228162514264337593543950335", "79228162514264337593543950335")]
    public void Two_steps_have_a_common_multiple(string left, string right, string multiple) =>
        Assert.Equal(Number(multiple), NumberStep.CommonMultiple(Number(left), Number(right)));

    private static NumberBound? Parse(string? text) =>
        text is null ? null : new NumberBound(Number(text.Split(' ')[0]), text.EndsWith("excluded", StringComparison.Ordinal));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
