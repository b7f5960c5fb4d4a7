using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Impact;

/// <summary>
/// A public type or member of the SDK that is not generated. A build leaves it out if the document does not generate what it needs.
/// </summary>
/// <param name="Type">The type.</param>
/// <param name="Name">The member; null for the type itself.</param>
/// <param name="Signature">The C# signature.</param>
/// <param name="Needs">
/// The generated types and members that it uses, itself or through other handwritten code, such as <c>Contact</c> or
/// <c>ContactAttributes.Email: string?</c>.
/// </param>
internal sealed record HandwrittenMember(string Type, string? Name, string Signature, IReadOnlyList<string> Needs)
{
    /// <summary>Gets the types and members of this version of the SDK that need generated code.</summary>
    public static IReadOnlyList<HandwrittenMember> All { get; } = Read();

    /// <summary>Gets the name, such as <c>Contact.Offers</c>.</summary>
    public string FullName => Name is null ? Type : $"{Type}.{Name}";

    /// <summary>Returns what the member needs and a document does not generate; empty if the member is compiled.</summary>
    /// <param name="surface">The public API that is generated for the document.</param>
    public IReadOnlyList<string> GetMissing(IReadOnlyDictionary<string, ApiType> surface) =>
        [.. Needs.Where(need => !Exists(need, surface))];

    private static bool Exists(string need, IReadOnlyDictionary<string, ApiType> surface)
    {
        string[] parts = need.Split(": ");
        string[] names = parts[0].Split('.');
        return surface.TryGetValue(names[0], out ApiType? type)
            && (names is [_] || type.Members.Any(member => member.Name == names[1] && (parts is [_] || parts[1] == member.PropertyType)));
    }

    private static IReadOnlyList<HandwrittenMember> Read()
    {
        using Stream file = typeof(HandwrittenMember).Assembly.GetManifestResourceStream("HandwrittenMembers.json")!;
        using StreamReader text = new(file);
        return
        [
            .. JArray
                .Parse(text.ReadToEnd())
                .Select(static one => new HandwrittenMember(
                    (string)one["type"]!,
                    (string?)one["name"],
                    (string)one["signature"]!,
                    [.. one["needs"]!.Select(static need => (string)need!)]
                )),
        ];
    }
}
