using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi grant</c> and <c>kajabi revoke</c>: the offers of a contact or a customer.</summary>
internal sealed class OfferCommand
{
    private const string Contacts = "contacts";
    private const string Customers = "customers";

    private readonly Argument<string> _type = new("type") { Description = $"Whose offers: {Contacts} or {Customers}." };
    private readonly Argument<string> _id = IdArgument.Create("The id of the contact or the customer.");
    private readonly Argument<string[]> _offers = new("offer") { Arity = ArgumentArity.OneOrMore, Description = "The id of an offer." };
    private readonly Option<bool> _email = new("--welcome-email") { Description = "Kajabi mails the customer about it." };
    private readonly Option<bool> _noEmail = new("--no-welcome-email") { Description = "Kajabi sends no mail." };
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print what was done as one JSON object. Nothing else goes to standard output.",
    };
    private readonly Terminal _terminal;

    private OfferCommand(Terminal terminal)
    {
        _terminal = terminal;
        _type.CompletionSources.Add([Contacts, Customers]);
    }

    public static Command CreateGrant(Terminal terminal)
    {
        OfferCommand grant = new(terminal);
        Command command = new("grant", "Grant offers, and say whether the customer gets the welcome mail.")
        {
            grant._type,
            grant._id,
            grant._offers,
            grant._email,
            grant._noEmail,
            grant._json,
        };
        command.SetAction(
            (result, cancellationToken) =>
                grant.RunAsync(
                    result,
                    "granted",
                    Email(result, grant),
                    static (kajabi, type, id, offers, email, token) =>
                        type == Contacts
                            ? kajabi.Contacts.GrantContactOffersAsync(id, offers, email, token)
                            : kajabi.Customers.GrantCustomerOffersAsync(id, offers, token),
                    cancellationToken
                )
        );
        return command;
    }

    public static Command CreateRevoke(Terminal terminal)
    {
        OfferCommand revoke = new(terminal);
        Command command = new("revoke", "Take offers away, and with them the access that they give.")
        {
            revoke._type,
            revoke._id,
            revoke._offers,
            revoke._json,
        };
        command.SetAction(
            (result, cancellationToken) =>
                revoke.RunAsync(
                    result,
                    "revoked",
                    static () => default,
                    static (kajabi, type, id, offers, _, token) =>
                        type == Contacts
                            ? kajabi.Contacts.RevokeContactOffersAsync(id, offers, token)
                            : kajabi.Customers.RevokeCustomerOffersAsync(id, offers, token),
                    cancellationToken
                )
        );
        return command;
    }

    private static Func<WelcomeEmail> Email(ParseResult result, OfferCommand grant) =>
        () =>
            (result.GetValue(grant._email), result.GetValue(grant._noEmail)) switch
            {
                (true, false) => WelcomeEmail.Send,
                (false, true) when result.GetValue(grant._type) == Customers => throw new UsageException(
                    "The API cannot hold mail back when a customer is granted an offer. Grant it to the contact of the customer, or say --welcome-email."
                ),
                (false, true) => WelcomeEmail.DoNotSend,
                (true, true) => throw new UsageException("Both --welcome-email and --no-welcome-email are given. Keep one of them."),
                _ => throw new UsageException(
                    "Granting can mail the customer. Say what shall happen with --welcome-email or --no-welcome-email."
                ),
            };

    private Task<int> RunAsync(
        ParseResult result,
        string action,
        Func<WelcomeEmail> email,
        Func<KajabiClient, string, string, IReadOnlyCollection<string>, WelcomeEmail, CancellationToken, Task> write,
        CancellationToken cancellationToken
    ) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                ResourceIdentifier owner = new(Type(result), IdArgument.Read(result, _id));
                string[] offers = [.. result.GetRequiredValue(_offers).Distinct()];
                if (offers.Any(string.IsNullOrWhiteSpace))
                {
                    throw new UsageException("The id of an offer is empty. 'kajabi list offers' shows the ids.");
                }

                WelcomeEmail welcome = email();
                await using Connection connection = await Connection.OpenToWriteAsync(_terminal, cancellationToken);
                await write(connection.Client, owner.Type, owner.Id, offers, welcome, cancellationToken);
                new Change(owner, action, [.. offers.Select(static id => new ResourceIdentifier("offers", id))]).WriteTo(
                    _terminal.Out,
                    result.GetValue(_json)
                );
            },
            cancellationToken
        );

    private string Type(ParseResult result) =>
        result.GetRequiredValue(_type) switch
        {
            Contacts => Contacts,
            Customers => Customers,
            var other => throw new UsageException($"Offers belong to {Contacts} or {Customers}, and '{other}' is neither."),
        };
}
