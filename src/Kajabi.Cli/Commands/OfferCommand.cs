using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary>Base class of <c>grant</c> and <c>revoke</c>, which change the offers of a contact or a customer.</summary>
internal abstract class OfferCommand : CliCommand
{
    protected const string Contacts = "contacts";
    protected const string Customers = "customers";

    private readonly Argument<string> _type = new("type") { Description = $"The type of the owner: {Contacts} or {Customers}." };
    private readonly Argument<string> _id = IdArgument.Create("The id of the contact or customer.");
    private readonly Argument<string[]> _offers = new("offer") { Arity = ArgumentArity.OneOrMore, Description = "The id of an offer." };
    private readonly string _action;

    protected OfferCommand(Terminal terminal, string name, string description, string action, params IEnumerable<Option> options)
        : base(terminal, name, description, ChangeResult.JsonDescription)
    {
        _action = action;
        _type.CompletionSources.Add([Contacts, Customers]);
        AddParameters([_type, _id, _offers], options);
    }

    /// <summary>Validates the options and prepares the call.</summary>
    /// <exception cref="UsageException">The options cannot be combined.</exception>
    protected abstract Func<KajabiClient, CancellationToken, Task> Prepare(
        ParseResult result,
        ResourceIdentifier owner,
        IReadOnlyCollection<string> offerIds
    );

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ResourceIdentifier owner = new(ReadType(result), IdArgument.Read(result, _id));
        string[] offers = [.. result.GetRequiredValue(_offers).Distinct()];
        if (offers.Any(string.IsNullOrWhiteSpace))
        {
            throw new UsageException("The id of an offer is empty. 'kajabi list offers' shows the ids.");
        }

        Func<KajabiClient, CancellationToken, Task> write = Prepare(result, owner, offers);
        await using Connection connection = await ConnectForWritingAsync(cancellationToken);
        await write(connection.Client, cancellationToken);
        Write(result, new ChangeResult(owner, _action, [.. offers.Select(static id => new ResourceIdentifier("offers", id))]));
    }

    private string ReadType(ParseResult result) =>
        result.GetRequiredValue(_type) switch
        {
            Contacts => Contacts,
            Customers => Customers,
            var other => throw new UsageException($"Offers belong to {Contacts} or {Customers}; '{other}' is neither."),
        };
}
