namespace Kajabi.Contract.Impact;

/// <summary>A public member of a generated type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Signature">It as a user would read it, such as <c>string? Email { get; set; }</c>.</param>
/// <param name="Wire">What it stands for on the wire; null when it stands for nothing there.</param>
internal sealed record ApiMember(string Name, string Signature, string? Wire)
{
    /// <summary>Whether its use is warned of.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>Whether an object cannot be made without it.</summary>
    public bool IsRequired { get; init; }
}
