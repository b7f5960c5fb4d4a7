using System.Text;

namespace Kajabi.Contract.Compose;

/// <summary>Turns the names of the wire into the names of C#.</summary>
internal static class Naming
{
    // Names that the methods of an interface use for their other parameters and locals.
    private static readonly HashSet<string> s_otherParameters =
    [
        "attributes",
        "body",
        "cancellationToken",
        "ids",
        "query",
        "welcomeEmail",
        "whenEmpty",
    ];

    /// <summary><c>contact_tags</c> to <c>ContactTags</c>, <c>lessons.media</c> to <c>LessonsMedia</c>, <c>custom_1</c> to <c>Custom1</c>.</summary>
    public static string Pascal(string wire)
    {
        StringBuilder name = new(wire.Length);
        bool isStart = true;
        foreach (char letter in wire)
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

    /// <summary>Returns the name of a property: <c>site_id</c> to <c>SiteId</c>, <c>2fa_enabled</c> to <c>_2faEnabled</c>; empty if there is no letter or digit.</summary>
    public static string Member(string wire) => Identifier(Pascal(wire), "_");

    /// <summary>Returns the name of a method parameter: <c>contact_id</c> to <c>contactId</c>, <c>event</c> to <c>eventValue</c>; empty if there is no letter or digit.</summary>
    public static string Parameter(string wire)
    {
        string name = Member(wire);
        if (name.Length == 0)
        {
            return name;
        }

        string camel = char.ToLowerInvariant(name[0]) + name[1..];
        return CSharpIdentifier.IsKeyword(camel) || s_otherParameters.Contains(camel) ? camel + "Value" : camel;
    }

    /// <summary>Adds a prefix to a name that does not start with a letter; an empty name stays empty.</summary>
    public static string Identifier(string name, string prefix) =>
        name.Length == 0 || char.IsLetter(name[0]) || name[0] == '_' ? name : prefix + name;

    /// <summary><c>ContactTags</c> to <c>ContactTag</c>, <c>Properties</c> to <c>Property</c>; a word that is no plural stays.</summary>
    public static string Singular(string plural) =>
        plural switch
        {
            [.. var stem, 'i', 'e', 's'] => stem + "y",
            [.., 's', 's'] => plural,
            [.. var stem, 's'] => stem,
            _ => plural,
        };
}
