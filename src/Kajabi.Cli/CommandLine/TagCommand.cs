using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi tag</c> and <c>kajabi untag</c>: tags of a contact, by name or id.</summary>
internal sealed class TagCommand
{
    private readonly Argument<string> _contact = new("contact") { Description = "The id of the contact." };
    private readonly Argument<string[]> _tags = new("tag")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "The exact name of a tag on the contact's site, or an id: digits alone are an id.",
    };
    private readonly Option<bool> _names = new("--names") { Description = "Take digits for names too." };
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print what was done as one JSON object. Nothing else goes to standard output.",
    };
    private readonly Terminal _terminal;

    private TagCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command CreateTag(Terminal terminal) =>
        new TagCommand(terminal).Create(
            "tag",
            "Put tags on a contact. The API cannot make tags: those that are named must be there.",
            "tagged",
            static (contacts, id, tags, token) => contacts.AddContactTagsAsync(id, tags, token)
        );

    public static Command CreateUntag(Terminal terminal) =>
        new TagCommand(terminal).Create(
            "untag",
            "Take tags off a contact.",
            "untagged",
            static (contacts, id, tags, token) => contacts.RemoveContactTagsAsync(id, tags, token)
        );

    private Command Create(
        string name,
        string description,
        string action,
        Func<IContactsApi, string, IReadOnlyCollection<string>, CancellationToken, Task> write
    )
    {
        Command command = new(name, description) { _contact, _tags, _names, _json };
        command.SetAction(
            (result, cancellationToken) =>
                Failure.GuardAsync(
                    _terminal,
                    async () =>
                    {
                        string contact = IdArgument.Read(result, _contact);
                        string[] given = [.. result.GetRequiredValue(_tags).Distinct()];
                        bool isNamed = result.GetValue(_names);
                        await using Connection connection = await Connection.OpenToWriteAsync(_terminal, cancellationToken);
                        IReadOnlyList<string> tags = await ResolveAsync(connection.Client, contact, given, isNamed, cancellationToken);
                        await write(connection.Client.Contacts, contact, tags, cancellationToken);
                        new Change(
                            new ResourceIdentifier("contacts", contact),
                            action,
                            [.. tags.Select(static id => new ResourceIdentifier("contact_tags", id))]
                        ).WriteTo(_terminal.Out, result.GetValue(_json));
                    },
                    cancellationToken
                )
        );
        return command;
    }

    /// <summary>The ids of the tags, in the order in which they were given.</summary>
    /// <exception cref="UsageException">A name is unknown to the contact's site, or is no single tag's; nothing was written.</exception>
    private static async Task<IReadOnlyList<string>> ResolveAsync(
        KajabiClient kajabi,
        string contact,
        string[] given,
        bool isNamed,
        CancellationToken cancellationToken
    )
    {
        string[] names = [.. given.Where(tag => isNamed || tag.Length == 0 || !tag.All(char.IsAsciiDigit))];
        if (names.Length == 0)
        {
            return given;
        }

        ContactDocument document = await kajabi.Contacts.GetContactAsync(contact, null, cancellationToken);
        string site =
            document.Data.Relationships.Site.Identifier?.Id
            ?? throw new UsageException(
                $"Contact {contact} does not say which site it is of, so that tags cannot be found by name. Give their ids."
            );
        try
        {
            IReadOnlyList<string> ids = await kajabi.ContactTags.FindContactTagIdsAsync(names, site, cancellationToken);
            Dictionary<string, string> idsByName = names.Zip(ids).ToDictionary(static pair => pair.First, static pair => pair.Second);
            return [.. given.Select(tag => idsByName.GetValueOrDefault(tag, tag)).Distinct()];
        }
        catch (ArgumentException exception) when (exception.ParamName is { } parameter)
        {
            throw new UsageException(exception.Message.Replace($" (Parameter '{parameter}')", string.Empty, StringComparison.Ordinal));
        }
    }
}
