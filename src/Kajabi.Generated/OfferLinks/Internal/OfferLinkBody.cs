namespace Kajabi.OfferLinks.Internal;

/// <summary>The body of a response of an offer link, whose format is not documented. Reading it never throws.</summary>
internal sealed class OfferLinkBody
{
    private readonly string _text;

    public OfferLinkBody(BufferedResponseContent content)
    {
        using StreamReader reader = content.OpenText();
        _text = reader.ReadToEnd();
        Messages = OfferLinkMessageReader.Read(_text, content);
        IsRejection = ApiErrorReader.HasErrors(content) || OfferLinkRejection.IsIn(_text, content.MaxDepth);

        // A captive portal or a login page of a proxy returns 200 as well, and not always with the media type of a page.
        IsPage =
            content.Headers.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
            || _text.AsSpan().TrimStart() is ['<', ..];
    }

    /// <summary>The messages for the caller, limited and without secrets.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>Whether the JSON reports a failure, whatever the status code.</summary>
    public bool IsRejection { get; }

    /// <summary>Whether the body is a web page.</summary>
    public bool IsPage { get; }

    /// <summary>Whether a message contains a phrase, ignoring case.</summary>
    public bool MessagesContain(string phrase) => Messages.Any(message => message.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether any part of the body contains a phrase, ignoring case: it may be text, a page or JSON of any form.</summary>
    public bool Contains(string phrase) => _text.Contains(phrase, StringComparison.OrdinalIgnoreCase) || MessagesContain(phrase);
}
