namespace Kajabi.Composer.Naming;

/// <summary>The extensions with which an overlay defines C# names; <c>docs/names.md</c> describes them.</summary>
internal static class NameKeywords
{
    /// <summary>The name of a property or method parameter.</summary>
    public const string Member = "x-csharp-name";

    /// <summary>The name of the class of a form, a plain response or a nested object.</summary>
    public const string Class = "x-name";

    /// <summary>The name of an enum.</summary>
    public const string Enum = "x-enum-name";

    /// <summary>The names of the values of an enum.</summary>
    public const string EnumValues = "x-value-names";

    /// <summary>The name of an operation.</summary>
    public const string Operation = "x-operation-name";
}
