using System.Globalization;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>The revenue of a customer, which the API has as a text in the major unit of the currency.</summary>
internal static class CustomerRevenue
{
    /// <summary>Adds an amount in cents. A revenue that is no number counts as zero.</summary>
    public static void Add(SandboxResource customer, long cents)
    {
        _ = decimal.TryParse(customer.GetText("net_revenue"), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal revenue);
        decimal amount = cents / 100m;
        customer.Attributes["net_revenue"] = (Math.Abs(revenue) < decimal.MaxValue / 2 ? revenue + amount : amount).ToString(
            "0.0#",
            CultureInfo.InvariantCulture
        );
    }
}
