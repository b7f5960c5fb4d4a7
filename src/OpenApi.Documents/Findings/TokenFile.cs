using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Findings;

/// <summary>
/// An annotation of tokens of another file than the rest of their tree, such as those that an overlay adds. Clones of a token have it too.
/// </summary>
/// <param name="path">The path of the file, for messages.</param>
internal sealed class TokenFile(string path)
{
    public string Path { get; } = path;

    /// <summary>Annotates a token and everything in it.</summary>
    public static void Mark(JToken token, string path)
    {
        TokenFile file = new(path);
        foreach (JToken one in token is JContainer container ? container.DescendantsAndSelf() : [token])
        {
            one.RemoveAnnotations<TokenFile>();
            one.AddAnnotation(file);
        }
    }
}
