using Microsoft.CodeAnalysis;

namespace Kajabi.Tests;

/// <summary>Formats public types and members as <c>impact</c> does.</summary>
internal static class ApiSignature
{
    private static readonly SymbolDisplayFormat s_format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        // The default value of an enum is shown with its type only if the members are too.
        memberOptions: SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    /// <summary>Returns the signature, such as <c>string? Email { get; set; }</c>.</summary>
    public static string Format(ISymbol symbol)
    {
        string text = Modifiers(symbol) + symbol.ToDisplayString(s_format);
        return symbol.ContainingType is { } type
            ? text.Replace($" {type.Name}.{symbol.Name}", $" {symbol.Name}", StringComparison.Ordinal)
            : text;
    }

    /// <summary>Returns a type where it is used, such as <c>IReadOnlyList&lt;Offer&gt;</c>.</summary>
    public static string FormatUse(ITypeSymbol type) => type.ToDisplayString(s_format.WithKindOptions(SymbolDisplayKindOptions.None));

    private static string Modifiers(ISymbol symbol) =>
        symbol switch
        {
            IFieldSymbol { IsConst: true } => "const ",
            IPropertySymbol { IsRequired: true } => "required ",
            IPropertySymbol { IsStatic: true } => "static ",
            INamedTypeSymbol { IsStatic: true } => "static ",
            _ => string.Empty,
        };
}
