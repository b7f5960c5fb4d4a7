using System.Text;

namespace Kajabi.Tests.Documents;

/// <summary>A document to read with both readers.</summary>
/// <param name="Name">Identifies the document in a report.</param>
/// <param name="TypeName">The type that it is read as, see <see cref="Dump.DocumentTypes"/>.</param>
/// <param name="Bytes">The document.</param>
/// <param name="Seed">Determines how the document is changed after it was read.</param>
internal sealed record DocumentCase(string Name, string TypeName, byte[] Bytes, int Seed = 1)
{
    /// <summary>Gets the text of the document.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Returns the case with another text.</summary>
    public DocumentCase With(string text) => this with { Bytes = Encoding.UTF8.GetBytes(text) };
}
