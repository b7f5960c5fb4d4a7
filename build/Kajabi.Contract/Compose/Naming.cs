using System.Text;

namespace Kajabi.Contract.Compose;

/// <summary>Turns the names of the wire into the names of C#.</summary>
internal static class Naming
{
    /// <summary><c>contact_tags</c> to <c>ContactTags</c>, <c>lessons.media</c> to <c>LessonsMedia</c>, <c>custom_1</c> to <c>Custom1</c>.</summary>
    public static string Pascal(string wire)
    {
        StringBuilder name = new(wire.Length);
        bool isStart = true;
        foreach (char letter in wire)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                isStart = true;
                continue;
            }

            name.Append(isStart ? char.ToUpperInvariant(letter) : letter);
            isStart = false;
        }

        return name.ToString();
    }

    /// <summary><c>ContactTags</c> to <c>ContactTag</c>, <c>Properties</c> to <c>Property</c>; a word that is no plural stays.</summary>
    public static string Singular(string plural) => plural switch
    {
        [.. var stem, 'i', 'e', 's'] => stem + "y",
        [.., 's', 's'] => plural,
        [.. var stem, 's'] => stem,
        _ => plural,
    };
}
