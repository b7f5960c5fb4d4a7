using System.Text.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <content>
/// Reads resource identifiers in the form of the API without the tokenizer: they are more than a quarter of the tokens of a
/// page with relationships. The tokenizer reads all others.
/// </content>
internal ref partial struct JsonApiReader
{
    // The start and the end of the object, and the names and the values of both members.
    private const int TokensOfIdentifier = 6;

    /// <summary>
    /// Reads the identifiers at the start of a list, as long as they have the form of the API. The next token is the first one of
    /// another item, or the end of the list.
    /// </summary>
    /// <param name="types">The known types.</param>
    /// <param name="identifiers">Receives the identifiers.</param>
    public void ReadPlainIdentifiers(Utf8NameTable types, List<ResourceIdentifier> identifiers)
    {
        // The tokenizer counts lines, which are the only source of the location of an error in JSON that can be read only once. It
        // rejects the objects of a list that is nested too deeply.
        if (_input is { CanReopen: false } || _json.CurrentDepth + 2 > _maxDepth)
        {
            return;
        }

        IdentifierScanner scanner = new(Rest, types);
        int lastItem = 0;
        for (int item = 0; scanner.TryReadObject(_strings, out ResourceIdentifier identifier); item = scanner.Position)
        {
            lastItem = item;
            identifiers.Add(identifier);
            if (scanner.IsAt((byte)']'))
            {
                Skip(scanner.Position, TokensOfIdentifier * identifiers.Count);
                return;
            }

            if (!scanner.TryRead((byte)','))
            {
                break;
            }
        }

        // The tokenizer only knows that a list has started. It reads the last item again, as if it were the first one.
        if (identifiers.Count > 0)
        {
            identifiers.RemoveAt(identifiers.Count - 1);
            Skip(lastItem, TokensOfIdentifier * identifiers.Count);
        }
    }

    /// <summary>Gets the bytes in the buffer after the current token.</summary>
    private readonly ReadOnlySpan<byte> Rest => Buffer[(_start + (int)_json.BytesConsumed)..];

    /// <summary>Continues in the buffer after a number of bytes and tokens that were read without the tokenizer.</summary>
    private void Skip(int bytes, int tokens)
    {
        _start += (int)_json.BytesConsumed + bytes;
        _tokens += tokens;
        Tokenize(_json.CurrentState);
    }
}
