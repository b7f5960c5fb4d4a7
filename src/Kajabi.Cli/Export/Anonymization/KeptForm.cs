namespace Kajabi.Cli.Export.Anonymization;

/// <summary>The form of a value that is kept. A value with another form is not what the attribute declares, so it is replaced.</summary>
internal enum KeptForm
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON number, or a text with one.</summary>
    Decimal,

    /// <summary>A date with or without a time.</summary>
    Time,

    /// <summary>A state or a kind, such as <c>in transit</c>: one word, several with underscores, or one that the API documents.</summary>
    Word,

    /// <summary>Three letters.</summary>
    Currency,

    /// <summary>A symbol such as <c>$</c>, with up to two letters.</summary>
    CurrencySymbol,

    /// <summary>An amount with the symbol or the code of its currency.</summary>
    Amount,

    /// <summary>A language such as <c>en</c> or <c>pt-BR</c>.</summary>
    Language,

    /// <summary>The name of an attribute of contacts, such as <c>custom_1</c>.</summary>
    Handle,

    /// <summary>The id of a resource.</summary>
    Id,
}
