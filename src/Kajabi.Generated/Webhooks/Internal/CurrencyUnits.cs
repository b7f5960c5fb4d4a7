namespace Kajabi.Webhooks.Internal;

/// <summary>The minor units of currencies, from ISO 4217.</summary>
internal static class CurrencyUnits
{
    /// <summary>Returns how many minor units, such as cents, a major unit has.</summary>
    /// <param name="currency">The code of the currency, such as <c>EUR</c>; null if it is unknown. Most currencies have 100.</param>
    public static int GetMinorUnits(string? currency) =>
        currency?.ToUpperInvariant() switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" => 1,
            "XAF" or "XOF" or "XPF" => 1,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 1000,
            _ => 100,
        };
}
