namespace Kajabi.Contract.Impact;

/// <summary>A public member of a generated type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Signature">The C# signature, such as <c>string? Email { get; set; }</c>.</param>
/// <param name="ApiName">The corresponding name or operation in the API; null for none.</param>
internal sealed record ApiMember(string Name, string Signature, string? ApiName)
{
    /// <summary>Gets whether the member is marked obsolete.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>Gets whether the member is required to create an object.</summary>
    public bool IsRequired { get; init; }
}
