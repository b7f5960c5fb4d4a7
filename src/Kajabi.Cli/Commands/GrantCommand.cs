using System.CommandLine;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi grant</c>: grants offers to a contact or a customer, or the offer of a link.</summary>
internal sealed class GrantCommand : OfferCommand
{
    private readonly Option<bool> _email;
    private readonly Option<bool> _noEmail;

    public GrantCommand(Terminal terminal)
        : this(terminal, CreateEmailOption(), CreateNoEmailOption()) { }

    private GrantCommand(Terminal terminal, Option<bool> email, Option<bool> noEmail)
        : base(
            terminal,
            "grant",
            "Grant offers to one or many, with or without the welcome email to the customer.",
            "granted",
            isAddition: true,
            [
                "kajabi grant contact 123 456 --no-welcome-email",
                "kajabi grant contacts 456 --from members.csv --no-welcome-email --report granted.ndjson",
                "kajabi grant --link \"@course.link\" --name \"Mila Osei\" --email mila@example.com --external-id m-42 --welcome-email",
            ],
            email,
            noEmail
        )
    {
        (_email, _noEmail) = (email, noEmail);
    }

    protected override Func<KajabiClient, CancellationToken, Task> Prepare(
        ParseResult result,
        ResourceIdentifier owner,
        IReadOnlyCollection<string> offerIds
    )
    {
        WelcomeEmail email = ReadEmail(result, owner.Type);
        return owner.Type == Contacts
            ? (kajabi, cancellationToken) => kajabi.Contacts.GrantContactOffersAsync(owner.Id, offerIds, email, cancellationToken)
            : (kajabi, cancellationToken) => kajabi.Customers.GrantCustomerOffersAsync(owner.Id, offerIds, cancellationToken);
    }

    protected override Func<IOfferLinkClient, OfferLink, OfferLinkMember, CancellationToken, Task<OfferLinkResult>> PrepareLink(
        ParseResult result
    )
    {
        WelcomeEmail email = ReadEmail(result, Contacts);
        return (links, link, member, cancellationToken) => links.GrantAsync(link, member, email, cancellationToken);
    }

    protected override string Describe(ParseResult result) => $"{Name} {(result.GetValue(_email) ? _email.Name : _noEmail.Name)}";

    private WelcomeEmail ReadEmail(ParseResult result, string ownerType) =>
        (result.GetValue(_email), result.GetValue(_noEmail)) switch
        {
            (true, false) => WelcomeEmail.Send,
            (false, true) when ownerType == Customers => throw new UsageException(
                "The API cannot suppress the welcome email when an offer is granted to a customer. Grant it to the "
                    + "contact of the customer, or use --welcome-email."
            ),
            (false, true) => WelcomeEmail.DoNotSend,
            (true, true) => throw new UsageException("--welcome-email and --no-welcome-email cannot be combined. Omit one of them."),
            _ => throw new UsageException("Kajabi can send an email to the customer. Specify --welcome-email or --no-welcome-email."),
        };

    private static Option<bool> CreateEmailOption() =>
        new("--welcome-email") { Description = "Kajabi sends the welcome email to the customer." };

    private static Option<bool> CreateNoEmailOption() => new("--no-welcome-email") { Description = "Kajabi sends no welcome email." };
}
