using Kajabi.Cli.Operations;

namespace Kajabi.Cli.Bulk;

/// <summary>Reads the contacts or customers of a bulk change, all of them before the first one is changed.</summary>
internal static class BulkSource
{
    /// <summary>Validates the source, and reads it if it is a file.</summary>
    /// <returns>Reads the targets with a client.</returns>
    /// <exception cref="UsageException">The file or a filter is invalid.</exception>
    public static Func<KajabiClient, CancellationToken, Task<IReadOnlyList<BulkTarget>>> Prepare(BulkRequest request, BulkFile? file)
    {
        if (file is not null)
        {
            return (_, _) => Task.FromResult(file.Targets);
        }

        ReadRequest read = ReadRequest.CreateDefault(request.OwnerType) with { Filters = request.Filters };
        if (request.OwnerType == "contacts")
        {
            ListContactsQuery contacts = Bind(new ListContactsQuery(), read);
            return async (kajabi, cancellationToken) =>
                ToTargets(await kajabi.Contacts.ListAllContactsAsync(contacts).ReadAllIdsAsync(cancellationToken));
        }

        ListCustomersQuery customers = Bind(new ListCustomersQuery(), read);
        return async (kajabi, cancellationToken) =>
            ToTargets(await kajabi.Customers.ListAllCustomersAsync(customers).ReadAllIdsAsync(cancellationToken));
    }

    private static TQuery Bind<TQuery>(TQuery query, ReadRequest request)
        where TQuery : KajabiQuery
    {
        QueryBinder.Bind(query, request);
        return query;
    }

    private static IReadOnlyList<BulkTarget> ToTargets(IReadOnlyList<string> ids) => [.. ids.Select(static id => new BulkTarget(id, null))];
}
