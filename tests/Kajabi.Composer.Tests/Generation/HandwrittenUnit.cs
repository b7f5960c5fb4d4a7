using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>A public handwritten type or member, with the generated code that it needs.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">The member; null for the type itself.</param>
/// <param name="Signature">The C# signature.</param>
/// <param name="Needs">The generated types and members, such as <c>Contact</c> or <c>ContactAttributes.Email: string?</c>.</param>
internal sealed record HandwrittenUnit(string Type, string? Name, string Signature, IReadOnlyList<string> Needs)
{
    /// <summary>Gets the name, such as <c>Contact.Offers</c>.</summary>
    public string FullName => Name is null ? Type : $"{Type}.{Name}";

    public JObject ToJson() =>
        new()
        {
            ["type"] = Type,
            ["name"] = Name,
            ["signature"] = Signature,
            ["needs"] = new JArray(Needs),
        };
}
