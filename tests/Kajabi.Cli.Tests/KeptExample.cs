using Kajabi.Cli.Export.Anonymization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>Values that --anonymize keeps.</summary>
internal static class KeptExample
{
    /// <summary>Returns a value with a form.</summary>
    public static JToken Create(KeptForm form, Random random)
    {
        return form switch
        {
            KeptForm.Boolean => random.Next(2) == 0,
            KeptForm.Number => random.Next(100_000),
            KeptForm.Decimal => "199.0",
            KeptForm.Time => "2024-01-15T10:30:00.120-05:00",
            KeptForm.Word => Pick("active", "in transit", "TextField", "OWNER", "subscription_charge", "Kajabi Payments"),
            KeptForm.Currency => Pick("USD", "eur"),
            KeptForm.CurrencySymbol => Pick("$", "CA$", "CHF", "€"),
            KeptForm.Amount => Pick("$1,212.93", "29,00 €", "CHF 1’000.00", "-$5.00", "0 USD"),
            KeptForm.Language => Pick("en", "pt-BR"),
            KeptForm.Handle => Pick("custom_17", "email"),
            _ => "789",
        };

        string Pick(params string[] values) => values[random.Next(values.Length)];
    }
}
