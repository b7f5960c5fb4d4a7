namespace Kajabi.Cli.Export.Anonymization;

/// <summary>Finds the kind of a text by its attribute and its form.</summary>
internal static class TextKinds
{
    private static readonly string[] s_people = ["contacts", "customers", "users", "form_submissions"];

    public static TextKind Find(string type, string name, string text) =>
        name switch
        {
            // First, because a URL can contain an e-mail address or a user name with a password.
            _ when text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                    || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => TextKind.Url,
            _ when IsEmail(text) => TextKind.Email,
            "email" or "owner_email" => TextKind.Email,
            "name" when s_people.Contains(type) => TextKind.PersonName,
            "cardholder_name" or "owner_name" or "author" => TextKind.PersonName,
            "business_number" => TextKind.Phone,
            "address_line_1" => TextKind.Street,
            "address_city" => TextKind.City,
            "address_state" => TextKind.State,
            "address_country" => TextKind.Country,
            "address_zip" or "billing_address_zip" => TextKind.PostalCode,
            "external_user_id" => TextKind.ExternalId,
            _ when name.Contains("phone", StringComparison.Ordinal) => TextKind.Phone,
            _ => TextKind.Text,
        };

    private static bool IsEmail(string text) =>
        text.Trim() is var address
        && address.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain]
        && domain.Contains('.', StringComparison.Ordinal)
        && !address.Any(char.IsWhiteSpace);
}
