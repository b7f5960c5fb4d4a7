namespace Kajabi.Contract.Impact;

/// <summary>A public member of a generated type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Signature">The C# signature, such as <c>string? Email { get; set; }</c>.</param>
/// <param name="ApiName">The corresponding name or operation in the API; null for none.</param>
internal sealed record ApiMember(string Name, string Signature, string? ApiName)
{
    private const string Required = "required ";

    /// <summary>Gets whether the member is marked obsolete.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>Gets whether the member is required to create an object.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the type of a property, such as <c>string?</c>; null for other members.</summary>
    public string? PropertyType =>
        Signature.IndexOf($" {Name} {{ get; ", StringComparison.Ordinal) is > 0 and var end
            ? Signature[(Signature.StartsWith(Required, StringComparison.Ordinal) ? Required.Length : 0)..end]
            : null;
}
