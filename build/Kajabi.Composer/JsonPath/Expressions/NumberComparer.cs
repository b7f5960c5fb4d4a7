using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>Compares numbers by value: <c>1</c> equals <c>1.0</c>. Integers and decimal numbers are compared exactly.</summary>
internal static class NumberComparer
{
    public static bool IsNumber(JToken? token) => token is JValue { Type: JTokenType.Integer or JTokenType.Float };

    public static bool AreEqual(JValue left, JValue right) => Compare(left.Value!, right.Value!) == 0;

    public static bool IsLess(JValue left, JValue right) => Compare(left.Value!, right.Value!) < 0;

    /// <summary>Returns null if one of them is not a number (NaN).</summary>
    private static int? Compare(object left, object right)
    {
        if (IsInteger(left) && IsInteger(right))
        {
            return ToInteger(left).CompareTo(ToInteger(right));
        }

        if (IsExact(left) && IsExact(right))
        {
            return Convert.ToDecimal(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(right, CultureInfo.InvariantCulture));
        }

        (double first, double second) = (ToDouble(left), ToDouble(right));
        return double.IsNaN(first) || double.IsNaN(second) ? null : first.CompareTo(second);
    }

    private static bool IsInteger(object number) => number is BigInteger or long or int or ulong;

    private static bool IsExact(object number) => number is decimal or long or int or ulong;

    private static BigInteger ToInteger(object number) =>
        number is BigInteger integer ? integer : new BigInteger(Convert.ToDecimal(number, CultureInfo.InvariantCulture));

    private static double ToDouble(object number) =>
        number switch
        {
            BigInteger integer => (double)integer,

            // The conversion is not always rounded correctly, but parsing is.
            decimal exact => double.Parse(exact.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            _ => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        };
}
