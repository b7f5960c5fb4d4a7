using System.CommandLine;
using Kajabi.Cli.Bulk;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary>
/// Base class of <c>grant</c> and <c>revoke</c>, which change the offers of a contact or a customer, or with <c>--link</c> the offer
/// of a link.
/// </summary>
internal abstract class OfferCommand : CliCommand
{
    protected const string Contacts = "contacts";
    protected const string Customers = "customers";

    private readonly Argument<string?> _type = new("type")
    {
        HelpName = "type",
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"The type of the owner: {Contacts} or {Customers}. Not with --link.",
    };
    private readonly Argument<string?> _id = new("id")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The id of the contact or customer. Not with --link or --from.",
    };
    private readonly Argument<string[]> _offers = new("offer")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The id of an offer. Not with --link.",
    };
    private readonly OfferLinkOptions _link = new();
    private readonly BulkOptions _bulk = new();
    private readonly string _action;
    private readonly bool _isAddition;

    protected OfferCommand(
        Terminal terminal,
        string name,
        string description,
        string action,
        bool isAddition,
        IReadOnlyList<string> examples,
        params IEnumerable<Option> options
    )
        : base(terminal, name, description, ChangeResult.JsonDescription, examples)
    {
        (_action, _isAddition) = (action, isAddition);
        _type.CompletionSources.Add([Contacts, Customers]);
        AddParameters([_type, _id, _offers], [.. options, .. _link.All, .. _bulk.All]);
    }

    /// <summary>Validates the options and prepares the call.</summary>
    /// <exception cref="UsageException">The options cannot be combined.</exception>
    protected abstract Func<KajabiClient, CancellationToken, Task> Prepare(
        ParseResult result,
        ResourceIdentifier owner,
        IReadOnlyCollection<string> offerIds
    );

    /// <summary>Validates the options and prepares the request of a link.</summary>
    /// <exception cref="UsageException">The options cannot be combined.</exception>
    protected abstract Func<IOfferLinkClient, OfferLink, OfferLinkMember, CancellationToken, Task<OfferLinkResult>> PrepareLink(
        ParseResult result
    );

    /// <summary>Returns the command with the options that change its effect.</summary>
    protected virtual string Describe(ParseResult result) => Name;

    protected override Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken) =>
        (_link.IsUsed(result), _bulk.IsUsed(result)) switch
        {
            (true, true) => throw new UsageException("--link changes one member, and --from many resources. Omit one of them."),
            (true, false) => UseLinkAsync(result, cancellationToken),
            (false, true) => ChangeManyAsync(result, cancellationToken),
            (false, false) => ChangeOffersAsync(result, cancellationToken),
        };

    private Task ChangeManyAsync(ParseResult result, CancellationToken cancellationToken)
    {
        _link.ThrowIfMemberIsSet(result);
        string type = ReadType(result);

        // The argument after the type is an offer too, because there is no owner.
        string[] offers = ReadOffers(result, result.GetValue(_id));
        Prepare(result, new ResourceIdentifier(type, "0"), offers); // Validates the options before a request is sent.
        BulkRun run = new(Terminal, _bulk.Read(result, type), IsJson(result));
        BulkChange change = new(
            _action,
            Describe(result),
            _isAddition,
            "offers",
            offers,
            (kajabi, id, token) =>
                type == Contacts
                    ? kajabi.Contacts.GetContactOffersRelationshipAsync(id, token)
                    : kajabi.Customers.GetCustomerOffersRelationshipAsync(id, token),
            (kajabi, id, ids, token) => Prepare(result, new ResourceIdentifier(type, id), ids)(kajabi, token)
        );
        return run.ExecuteAsync(ConnectForWritingAsync, (_, _) => Task.FromResult(change), cancellationToken);
    }

    private async Task UseLinkAsync(ParseResult result, CancellationToken cancellationToken)
    {
        if (result.GetValue(_type) is not null)
        {
            throw new UsageException("--link names the offer, and --email the member: omit the type, the id and the offers.");
        }

        OfferLinkMember member = _link.ReadMember(result);
        Func<IOfferLinkClient, OfferLink, OfferLinkMember, CancellationToken, Task<OfferLinkResult>> send = PrepareLink(result);
        OfferLink link = await _link.ReadLinkAsync(result, Terminal, cancellationToken);
        using OfferLinkClient client = new(new OfferLinkClientOptions { UserAgent = "kajabi-cli" }, RequestLog?.CreateHandler());
        Write(result, await OfferLinkChange.SendAsync(() => send(client, link, member, cancellationToken), member));
    }

    private async Task ChangeOffersAsync(ParseResult result, CancellationToken cancellationToken)
    {
        _link.ThrowIfMemberIsSet(result);
        ResourceIdentifier owner = new(ReadType(result), IdArgument.Validate(result.GetValue(_id) ?? string.Empty));
        string[] offers = ReadOffers(result);
        Func<KajabiClient, CancellationToken, Task> write = Prepare(result, owner, offers);
        await using Connection connection = await ConnectForWritingAsync(cancellationToken);
        await write(connection.Client, cancellationToken);
        Write(result, new ChangeResult(owner, _action, [.. offers.Select(static id => new ResourceIdentifier("offers", id))]));
    }

    /// <exception cref="UsageException">There is no offer, or an id is empty.</exception>
    private string[] ReadOffers(ParseResult result, string? first = null)
    {
        string[] offers = [.. new[] { first }.OfType<string>().Concat(result.GetValue(_offers) ?? []).Distinct()];
        return offers.Length == 0 || offers.Any(string.IsNullOrWhiteSpace)
            ? throw new UsageException("The id of an offer is empty or missing. 'kajabi list offers' shows the ids.")
            : offers;
    }

    private string ReadType(ParseResult result) =>
        (result.GetValue(_type) is { } type ? ResourceTypeName.Resolve(type) : null) switch
        {
            Contacts => Contacts,
            Customers => Customers,
            null => throw new UsageException($"Specify {Contacts} or {Customers}, an id and offers, or the link of an offer with --link."),
            var other => throw new UsageException($"Offers belong to {Contacts} or {Customers}; '{other}' is neither."),
        };
}
