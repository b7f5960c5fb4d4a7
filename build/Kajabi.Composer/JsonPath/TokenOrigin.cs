using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath;

/// <summary>
/// An annotation of a token that replaces a reference, with the path of the token that it is a copy of. An overlay is applied before
/// references are replaced, so its targets need that path.
/// </summary>
/// <param name="path">The path in the document.</param>
internal sealed class TokenOrigin(string path)
{
    public string Path { get; } = path;

    /// <summary>Returns a copy of a token that knows where it is from.</summary>
    public static JToken Copy(JToken token)
    {
        JToken copy = token.DeepClone();
        Set(copy, token);
        return copy;
    }

    public static void Set(JToken copy, JToken original)
    {
        copy.RemoveAnnotations<TokenOrigin>();
        copy.AddAnnotation(new TokenOrigin(JsonPathFormatter.Format(original)));
    }
}
