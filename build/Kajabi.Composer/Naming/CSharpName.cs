using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Naming;

/// <summary>Converts names of the API to C# names.</summary>
internal static class CSharpName
{
    /// <summary>
    /// The maximum length of a name in bytes of UTF-8. The metadata of an assembly allows 1,023 bytes, also for a name that the compiler
    /// makes of an interface and its method.
    /// </summary>
    private const int MaxBytes = 240;

    private const int HashBytes = 4;

    // Names of the other parameters and the locals of interface methods.
    private static readonly HashSet<string> s_otherParameters =
    [
        "api",
        "attributes",
        "body",
        "cancellationToken",
        "ids",
        "pageCancellation",
        "pageQuery",
        "query",
        "welcomeEmail",
        "whenEmpty",
    ];

    /// <summary>Converts to Pascal case: <c>contact_tags</c> to <c>ContactTags</c>, <c>lessons.media</c> to <c>LessonsMedia</c>.</summary>
    public static string Pascal(string apiName)
    {
        StringBuilder name = new(apiName.Length);
        bool isStart = true;
        foreach (char letter in apiName)
        {
            if (!CSharpIdentifier.IsLetterOrDigit(letter))
            {
                isStart = true;
                continue;
            }

            name.Append(isStart ? char.ToUpperInvariant(letter) : letter);
            isStart = false;
        }

        return name.ToString();
    }

    /// <summary>Returns the name of a property: <c>SiteId</c> for <c>site_id</c>, <c>_2faEnabled</c> for <c>2fa_enabled</c>.</summary>
    /// <returns>The name; empty without a letter or digit.</returns>
    public static string Member(string apiName) => Limit(Identifier(Pascal(apiName), "_"));

    /// <summary>
    /// Returns the name of a method parameter: <c>contactId</c> for <c>contact_id</c>, <c>eventValue</c> for <c>event</c>; empty without a
    /// letter or digit.
    /// </summary>
    public static string Parameter(string apiName)
    {
        string name = Member(apiName);
        if (name.Length == 0)
        {
            return name;
        }

        string camel = char.ToLowerInvariant(name[0]) + name[1..];
        return CSharpIdentifier.IsKeyword(camel) || s_otherParameters.Contains(camel) ? camel + "Value" : camel;
    }

    /// <summary>Returns the name of the method parameter for a parameter of an operation.</summary>
    public static string Parameter(JObject parameter) => Parameter((string?)parameter[NameKeywords.Member] ?? (string)parameter["name"]!);

    /// <summary>Adds a prefix to a name that does not start with a letter; an empty name stays empty.</summary>
    public static string Identifier(string name, string prefix) =>
        name.Length == 0 || char.IsLetter(name[0]) || name[0] == '_' ? name : prefix + name;

    /// <summary>Shortens a name that is too long for an assembly. A hash keeps names with the same start different.</summary>
    public static string Limit(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, HashBytes));
        int length = 0;
        for (int bytes = hash.Length; bytes <= MaxBytes; length++)
        {
            bytes += Encoding.UTF8.GetByteCount(name.AsSpan(length, 1));
        }

        return name[..(length - 1)] + hash;
    }

    /// <summary><c>ContactTags</c> to <c>ContactTag</c>, <c>Properties</c> to <c>Property</c>; other words are not changed.</summary>
    public static string Singular(string plural) =>
        plural switch
        {
            [.. var stem, 'i', 'e', 's'] => stem + "y",
            [.., 's', 's'] => plural,
            [.. var stem, 's'] => stem,
            _ => plural,
        };
}
