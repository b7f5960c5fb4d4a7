using System.Text;

namespace Kajabi.Tests.Documents;

/// <summary>A document to read with both readers.</summary>
/// <param name="Name">Identifies the document in a report.</param>
/// <param name="TypeName">The type that it is read as, see <see cref="Dump.DocumentTypes"/>.</param>
/// <param name="Bytes">The document; null if only its text exists, because it contains half of a surrogate pair.</param>
/// <param name="Text">The text of the document.</param>
/// <param name="Seed">Determines how the document is changed after it was read.</param>
internal sealed record DocumentCase(string Name, string TypeName, byte[]? Bytes, string Text, int Seed)
{
    public DocumentCase(string name, string typeName, byte[] bytes, int seed = 1)
        : this(name, typeName, bytes, Encoding.UTF8.GetString(bytes), seed) { }

    /// <summary>Returns the case with another text.</summary>
    public DocumentCase With(string text) => this with { Bytes = Bytes is null ? null : Encoding.UTF8.GetBytes(text), Text = text };
}
