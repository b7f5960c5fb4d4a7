using System.Globalization;
using System.Numerics;
using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>Which numbers have an exact decimal, and which decimals have the same text.</summary>
public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("1.10", true)]
    [InlineData("1e5", true)]
    [InlineData("1.5E+3", true)]
    [InlineData("15e-1", true)]
    [InlineData("0.00", true)]
    [InlineData("0e5", true)]
    [InlineData("-0.00e-40", true)]
    [InlineData("1000e-3", true)]
    [InlineData("79228162514264337593543950335", true)] // The largest decimal.
    [InlineData("7922816251426433759354395033.5", true)]
    [InlineData("0.1234567890123456789012345678", true)]
    [InlineData("0.12345678901234567890123456789", false)] // 29 digits.
    [InlineData("79228162514264337593543950334.9", false)]
    [InlineData("1e-30", false)]
    [InlineData("1.00000000000000000000000000000000000", true)]
    [InlineData("0e99999999999999999999", false)]
    public void A_decimal_is_exact_if_it_is_the_number(string text, bool isExact)
    {
        Assert.True(JsonNumber.TryGetDecimal(Encoding.UTF8.GetBytes(text), out decimal value, out bool exact));

        Assert.Equal((decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), isExact), (value, exact));
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e29")]
    public void A_number_that_is_too_large_is_no_decimal(string text)
    {
        Assert.False(JsonNumber.TryGetDecimal(Encoding.UTF8.GetBytes(text), out _, out bool isExact));
        Assert.False(isExact);
    }

    [Theory]
    [InlineData("1.10", true)]
    [InlineData("-1.10", true)]
    [InlineData("0.0", true)]
    [InlineData("-0.0", false)]
    [InlineData("7", false)] // Written as 7.0.
    [InlineData("1.5e3", false)]
    [InlineData("1.5E3", false)]
    [InlineData("1.00000000000000000000000000000000000", false)]
    public void A_decimal_is_written_with_the_same_text(string text, bool isSame)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Assert.True(JsonNumber.TryGetDecimal(utf8, out decimal value, out _));

        Assert.Equal(isSame, JsonNumber.IsTextOf(utf8, value));
    }

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("1e-30", 1e-30)]
    [InlineData("1e29", 1e29)]
    public void A_value_has_the_type_of_its_notation(string text, object value) =>
        Assert.Equal(value, JsonNumber.GetValue(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_fraction_and_a_power_are_decimals_if_they_are_exact()
    {
        Assert.Equal(1.10m, JsonNumber.GetValue("1.10"u8));
        Assert.Equal(100000m, JsonNumber.GetValue("1e5"u8));
        Assert.Equal(100000m, JsonNumber.GetValue("1E5"u8));
    }

    [Theory]
    [InlineData(20, typeof(BigInteger))]
    [InlineData(1000, typeof(BigInteger))]
    [InlineData(1001, typeof(double))]
    public void A_long_integer_is_exact_up_to_a_thousand_digits(int digits, Type type) =>
        Assert.IsType(type, JsonNumber.GetValue(Encoding.UTF8.GetBytes(new string('9', digits))));
}
