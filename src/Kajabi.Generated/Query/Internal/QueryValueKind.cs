namespace Kajabi.Query.Internal;

/// <summary>The type of a query parameter in the OpenAPI document, for programs that get its value as text.</summary>
internal enum QueryValueKind
{
    /// <summary>Any text, such as an id or a value of an enum that can have others.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with or without decimals.</summary>
    Number,

    /// <summary>A date without a time.</summary>
    Date,

    /// <summary>A date, with or without a time.</summary>
    Time,

    /// <summary>Texts, separated by commas.</summary>
    TextList,
}
