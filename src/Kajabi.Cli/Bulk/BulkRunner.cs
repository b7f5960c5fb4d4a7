using Kajabi.Cli.Output;

namespace Kajabi.Cli.Bulk;

/// <summary>Changes one contact or customer after the other, and reports what happened to each.</summary>
/// <param name="kajabi">The client.</param>
/// <param name="request">The options.</param>
/// <param name="change">The change.</param>
/// <param name="site">The site that e-mail addresses are searched in; null if there are none.</param>
internal sealed class BulkRunner(KajabiClient kajabi, BulkRequest request, BulkChange change, string? site)
{
    // The failure of one contact means nothing for the next one, unless several in a row fail for another reason than the contact.
    private const int MaxConsecutiveFailures = 3;

    private int _consecutiveFailures;

    /// <summary>Changes the targets in their order.</summary>
    /// <param name="targets">The targets that are not done yet.</param>
    /// <param name="report">Stores an outcome. It is called with <see cref="BulkStatus.Unknown"/> before a change is sent.</param>
    /// <param name="progress">Called after each target.</param>
    /// <param name="cancellationToken">Cancels the requests. All outcomes were reported then.</param>
    /// <exception cref="KajabiApiException">The API cannot be used, so that no further target was tried.</exception>
    public async Task RunAsync(
        IEnumerable<BulkTarget> targets,
        Action<BulkOutcome> report,
        Action progress,
        CancellationToken cancellationToken
    )
    {
        foreach (BulkTarget target in targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BulkTarget current = target;
            bool isSent = false;
            try
            {
                current = await ResolveAsync(target, cancellationToken);
                IReadOnlyList<string> missing = change.GetMissing(await change.ReadAsync(kajabi, current.Id!, cancellationToken));
                if (missing.Count > 0 && !request.IsDryRun)
                {
                    // If the process ends before the response, the report states that the change may have been made.
                    report(new BulkOutcome(current, BulkStatus.Unknown, "The command ended before the API responded."));
                    isSent = true;
                    await change.WriteAsync(kajabi, current.Id!, missing, cancellationToken);
                }

                report(
                    new BulkOutcome(
                        current,
                        missing.Count == 0 ? BulkStatus.AlreadyDone
                            : request.IsDryRun ? BulkStatus.Planned
                            : BulkStatus.Done
                    )
                );
                _consecutiveFailures = 0;
            }
            catch (KajabiApiException exception)
            {
                bool isUnknown = isSent && exception.MayHaveBeenProcessed;
                report(new BulkOutcome(current, isUnknown ? BulkStatus.Unknown : BulkStatus.Failed, ApiErrorFormatter.Format(exception)));
                if (IsLastOne(exception))
                {
                    throw;
                }
            }
            catch (Exception exception)
                when (exception is KajabiAmbiguousMatchException or KajabiListChangedException or TargetNotFoundException)
            {
                report(new BulkOutcome(current, BulkStatus.Failed, exception.Message));
            }

            progress();
        }
    }

    private async Task<BulkTarget> ResolveAsync(BulkTarget target, CancellationToken cancellationToken)
    {
        if (target.Id is not null)
        {
            return target;
        }

        string? id =
            request.OwnerType == "contacts"
                ? (
                    await kajabi.Contacts.FindContactByEmailAsync(
                        target.Email!,
                        site!,
                        new ListContactsQuery { Fields = { Contacts = [ContactField.Email] } },
                        cancellationToken
                    )
                )?.Id
                : (
                    await kajabi.Customers.FindCustomerByEmailAsync(
                        target.Email!,
                        site!,
                        new ListCustomersQuery { Fields = { Customers = [CustomerField.Email] } },
                        cancellationToken
                    )
                )?.Id;
        return target with
        {
            Id = id ?? throw new TargetNotFoundException($"Site {site} has none of the {request.OwnerType} with this e-mail address."),
        };
    }

    private bool IsLastOne(KajabiApiException exception)
    {
        if (exception.Kind is KajabiErrorKind.NotFound or KajabiErrorKind.Validation)
        {
            _consecutiveFailures = 0;
            return false;
        }

        _consecutiveFailures++;
        return exception.Kind is KajabiErrorKind.Unauthorized or KajabiErrorKind.Forbidden
            || _consecutiveFailures == MaxConsecutiveFailures;
    }
}
