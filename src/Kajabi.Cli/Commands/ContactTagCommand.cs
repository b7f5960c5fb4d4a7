using System.CommandLine;
using Kajabi.Cli.Bulk;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary>Base class of <c>tag</c> and <c>untag</c>, which identify the tags of a contact, or of many, by name or id.</summary>
internal abstract class ContactTagCommand : CliCommand
{
    private readonly Argument<string?> _contact = new("contact")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The id of the contact. Not with --from.",
    };
    private readonly Argument<string[]> _tags = new("tag")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The exact name of a tag on the contact's site, or its id. A value of digits only is an id.",
    };
    private readonly Option<bool> _names = new("--names") { Description = "Read values of digits only as names too." };
    private readonly BulkOptions _bulk = new();
    private readonly string _action;
    private readonly bool _isAddition;

    protected ContactTagCommand(Terminal terminal, string name, string description, string action, bool isAddition)
        : base(
            terminal,
            name,
            description,
            ChangeResult.JsonDescription,
            [
                $"kajabi {name} 123 Wholesale 790",
                $"kajabi {name} Wholesale --from members.csv --dry-run",
                $"kajabi {name} Wholesale --from members.csv --report report.ndjson",
            ]
        )
    {
        (_action, _isAddition) = (action, isAddition);
        AddParameters([_contact, _tags], [_names, .. _bulk.All]);
    }

    /// <summary>Sends the change.</summary>
    protected abstract Task WriteAsync(
        IContactsApi contacts,
        string contactId,
        IReadOnlyCollection<string> tagIds,
        CancellationToken cancellationToken
    );

    protected override Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken) =>
        _bulk.IsUsed(result) ? ChangeManyAsync(result, cancellationToken) : ChangeOneAsync(result, cancellationToken);

    private Task ChangeManyAsync(ParseResult result, CancellationToken cancellationToken)
    {
        // The first argument is a tag too, because there is no contact.
        string[] tags = ReadTags(result, result.GetValue(_contact));
        bool hasNamesOnly = result.GetValue(_names);
        BulkRun run = new(Terminal, _bulk.Read(result, "contacts"), IsJson(result));
        return run.ExecuteAsync(ConnectForWritingAsync, CreateChangeAsync, cancellationToken);

        async Task<BulkChange> CreateChangeAsync(KajabiClient kajabi, Func<Task<string>> getSite) =>
            new(
                _action,
                Name,
                _isAddition,
                "contact_tags",
                await ResolveAsync(kajabi, getSite, tags, hasNamesOnly, cancellationToken),
                static (client, id, token) => client.Contacts.GetContactTagsRelationshipAsync(id, token),
                (client, id, ids, token) => WriteAsync(client.Contacts, id, ids, token)
            );
    }

    private async Task ChangeOneAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string contact = IdArgument.Validate(result.GetValue(_contact) ?? string.Empty);
        string[] tags = ReadTags(result);
        bool hasNamesOnly = result.GetValue(_names);
        await using Connection connection = await ConnectForWritingAsync(cancellationToken);
        IReadOnlyList<string> ids = await ResolveAsync(
            connection.Client,
            () => GetSiteAsync(connection.Client, contact, cancellationToken),
            tags,
            hasNamesOnly,
            cancellationToken
        );
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

    /// <exception cref="UsageException">There is no tag.</exception>
    private string[] ReadTags(ParseResult result, string? first = null)
    {
        string[] tags = [.. new[] { first }.OfType<string>().Concat(result.GetValue(_tags) ?? []).Distinct()];
        return tags.Length > 0
            ? tags
            : throw new UsageException("Specify the name or the id of a tag; 'kajabi list contact_tags' shows both.");
    }

    /// <exception cref="UsageException">The response does not contain the site.</exception>
    private static async Task<string> GetSiteAsync(KajabiClient kajabi, string contact, CancellationToken cancellationToken)
    {
        ContactDocument document = await kajabi.Contacts.GetContactAsync(contact, null, cancellationToken);
        return document.Data.Relationships.Site.Identifier?.Id
            ?? throw new UsageException(
                $"The response does not contain the site of contact {contact}, so tags cannot be found by name. Use their ids."
            );
    }

    /// <summary>Returns the ids of the tags, in the same order.</summary>
    /// <exception cref="UsageException">A name matches no tag of the site, or more than one. Nothing was written.</exception>
    private static async Task<IReadOnlyList<string>> ResolveAsync(
        KajabiClient kajabi,
        Func<Task<string>> getSite,
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

        string site = await getSite();
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
