using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary>Base class of <c>tag</c> and <c>untag</c>, which identify the tags of a contact by name or id.</summary>
internal abstract class ContactTagCommand : CliCommand
{
    private readonly Argument<string> _contact = new("contact") { Description = "The id of the contact." };
    private readonly Argument<string[]> _tags = new("tag")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "The exact name of a tag on the contact's site, or its id. A value of digits only is an id.",
    };
    private readonly Option<bool> _names = new("--names") { Description = "Read values of digits only as names too." };
    private readonly string _action;

    protected ContactTagCommand(Terminal terminal, string name, string description, string action)
        : base(terminal, name, description, ChangeResult.JsonDescription)
    {
        _action = action;
        AddParameters([_contact, _tags], [_names]);
    }

    /// <summary>Sends the change.</summary>
    protected abstract Task WriteAsync(
        IContactsApi contacts,
        string contactId,
        IReadOnlyCollection<string> tagIds,
        CancellationToken cancellationToken
    );

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string contact = IdArgument.Read(result, _contact);
        string[] tags = [.. result.GetRequiredValue(_tags).Distinct()];
        bool hasNamesOnly = result.GetValue(_names);
        await using Connection connection = await ConnectForWritingAsync(cancellationToken);
        IReadOnlyList<string> ids = await ResolveAsync(connection.Client, contact, tags, hasNamesOnly, cancellationToken);
        await WriteAsync(connection.Client.Contacts, contact, ids, cancellationToken);
        Write(
            result,
            new ChangeResult(
                new ResourceIdentifier("contacts", contact),
                _action,
                [.. ids.Select(static id => new ResourceIdentifier("contact_tags", id))]
            )
        );
    }

    /// <summary>Returns the ids of the tags, in the same order.</summary>
    /// <exception cref="UsageException">A name matches no tag of the contact's site, or more than one. Nothing was written.</exception>
    private static async Task<IReadOnlyList<string>> ResolveAsync(
        KajabiClient kajabi,
        string contact,
        string[] tags,
        bool hasNamesOnly,
        CancellationToken cancellationToken
    )
    {
        string[] names = [.. tags.Where(tag => hasNamesOnly || tag.Length == 0 || !tag.All(char.IsAsciiDigit))];
        if (names.Length == 0)
        {
            return tags;
        }

        ContactDocument document = await kajabi.Contacts.GetContactAsync(contact, null, cancellationToken);
        string site =
            document.Data.Relationships.Site.Identifier?.Id
            ?? throw new UsageException(
                $"The response does not contain the site of contact {contact}, so tags cannot be found by name. Use their ids."
            );
        try
        {
            IReadOnlyList<string> ids = await kajabi.ContactTags.FindContactTagIdsAsync(names, site, cancellationToken);
            Dictionary<string, string> idsByName = names.Zip(ids).ToDictionary(static pair => pair.First, static pair => pair.Second);
            return [.. tags.Select(tag => idsByName.GetValueOrDefault(tag, tag)).Distinct()];
        }
        catch (ArgumentException exception) when (exception.ParamName is not null)
        {
            throw new UsageException(UsageException.GetProblem(exception));
        }
    }
}
