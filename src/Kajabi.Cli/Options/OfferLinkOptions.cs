using System.CommandLine;

namespace Kajabi.Cli.Options;

/// <summary>The options for the activation and deactivation links of an offer, and for the member.</summary>
internal sealed class OfferLinkOptions
{
    /// <summary>The environment variable of the link.</summary>
    public const string LinkVariable = "KAJABI_OFFER_LINK";

    private const string StandardInput = "-";

    private readonly Option<string?> _link = new("--link")
    {
        HelpName = "-|@file|url",
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "Use the activation or deactivation link of an offer instead of the API. It is a secret: without a value, it is read "
            + $"from {LinkVariable}; - reads it from standard input and @file from a file. A URL as value remains in the history "
            + "of the shell.",
    };
    private readonly Option<string?> _name = new("--name") { HelpName = "text", Description = "With --link: the name of the member." };
    private readonly Option<string?> _email = new("--email") { HelpName = "address", Description = "With --link: the e-mail address." };
    private readonly Option<string?> _externalId = new("--external-id")
    {
        HelpName = "id",
        Description = "With --link: your id of the member; the same one for each grant and revocation.",
    };

    public IReadOnlyList<Option> All => [_link, _name, _email, _externalId];

    public bool IsUsed(ParseResult result) => result.GetResult(_link) is not null;

    /// <exception cref="UsageException">An option of the member is used without a link.</exception>
    public void ThrowIfMemberIsSet(ParseResult result)
    {
        if (new[] { _name, _email, _externalId }.FirstOrDefault(option => result.GetResult(option) is not null) is { } option)
        {
            throw new UsageException($"{option.Name} belongs to --link. Add --link, or omit {option.Name}.");
        }
    }

    /// <exception cref="UsageException">A value is missing.</exception>
    public OfferLinkMember ReadMember(ParseResult result) =>
        new()
        {
            Name = Read(result, _name),
            Email = Read(result, _email),
            ExternalUserId = Read(result, _externalId),
        };

    /// <exception cref="UsageException">There is no link, or it is invalid. The message does not contain it.</exception>
    public async Task<OfferLink> ReadLinkAsync(ParseResult result, Terminal terminal, CancellationToken cancellationToken)
    {
        string? text = result.GetValue(_link) switch
        {
            null => terminal.GetVariable(LinkVariable)
                ?? throw new UsageException(
                    $"--link has no value, and {LinkVariable} is not set. Set it, or use --link - or --link @file."
                ),
            StandardInput => await terminal.ReadLineAsync("link of the offer: ", cancellationToken)
                ?? throw new UsageException("--link - reads standard input, which is not available."),
            ['@', .. var path] => await ReadFileAsync(path, cancellationToken),
            var link => link,
        };
        try
        {
            return OfferLink.Parse(text);
        }
        catch (InvalidOfferLinkException exception)
        {
            throw new UsageException(
                File.Exists(result.GetValue(_link))
                    ? "--link is the name of a file. Read the link from it with --link @file."
                    : exception.Message
            );
        }
    }

    private static async Task<string> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                MisplacedLink.IsIn(path)
                    ? "The file of --link cannot be read. Its name looks like a link: use --link without @."
                    : $"The file of --link cannot be read: {exception.Message}"
            );
        }
    }

    private static string Read(ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } value && !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new UsageException($"--link requires {option.Name} with a value.");
}
