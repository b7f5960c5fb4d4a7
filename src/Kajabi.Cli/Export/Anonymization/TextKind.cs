namespace Kajabi.Cli.Export.Anonymization;

/// <summary>The kinds of texts, which determine the form of an invented one.</summary>
internal enum TextKind
{
    Text,
    PersonName,
    Email,
    Phone,
    Street,
    City,
    State,
    Country,
    PostalCode,
    Url,
    ExternalId,
}
