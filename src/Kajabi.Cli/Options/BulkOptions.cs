using System.CommandLine;
using Kajabi.Cli.Bulk;

namespace Kajabi.Cli.Options;

/// <summary>The options of <c>tag</c>, <c>untag</c>, <c>grant</c> and <c>revoke</c> that change many contacts or customers.</summary>
internal sealed class BulkOptions
{
    private readonly Option<string?> _from = new("--from")
    {
        HelpName = "file|type",
        Description =
            "Change many: those of a CSV file whose header has the column id or email (others are ignored), or those of a list, which "
            + "is contacts or customers, with --filter. All of them are read before the first one is changed. ./contacts is a file.",
    };
    private readonly Option<string[]> _filter = new("--filter")
    {
        HelpName = "name=value",
        Description = "With --from contacts or customers: filter the list, as 'kajabi list' does. Can be given multiple times.",
    };
    private readonly Option<string?> _site = new("--site")
    {
        HelpName = "id",
        Description = "With --from: the site of the tags and e-mail addresses. Default: that of --filter site_id, or the only one.",
    };
    private readonly Option<string?> _report = new("--report")
    {
        HelpName = "file",
        Description =
            "With --from: the report to write, one JSON object per line. Its status is done, already_done (nothing was written), failed "
            + "(with the reason), unknown (the API may have processed the change) or pending. Only you can read it.",
    };
    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "With --from: continue the command of the report. It skips what is done, and tries the others again.",
    };
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "With --from: write nothing, and print for each one whether it would be changed.",
    };

    public IReadOnlyList<Option> All => [_from, _filter, _site, _report, _resume, _dryRun];

    /// <summary>Whether many resources are changed.</summary>
    /// <exception cref="UsageException">An option that requires <c>--from</c> is used without it.</exception>
    public bool IsUsed(ParseResult result)
    {
        if (result.GetResult(_from) is not null)
        {
            return true;
        }

        return All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option
            ? throw new UsageException($"{option.Name} belongs to --from. Add --from, or omit {option.Name}.")
            : false;
    }

    /// <exception cref="UsageException">An option is missing, invalid, or cannot be combined with another one.</exception>
    public BulkRequest Read(ParseResult result, string ownerType)
    {
        BulkRequest request = new(
            ownerType,
            Read(result, _from) ?? throw new UsageException("--from is empty. Specify a CSV file, contacts or customers."),
            ReadOptions.ReadFilters(result, _filter),
            Read(result, _site),
            Read(result, _report),
            result.GetValue(_resume),
            result.GetValue(_dryRun)
        );
        string? problem = request switch
        {
            { IsList: true } when request.From != ownerType =>
                $"--from {request.From} lists {request.From}, and {ownerType} are to be changed.",
            { IsList: true, Filters.Count: 0 } => $"--from {request.From} without --filter would change all {request.From} of the account. "
                + "Add a filter, such as --filter site_id=<id> for those of a site.",
            { IsList: false, Filters.Count: > 0 } => "--filter belongs to --from contacts or customers. A CSV file is not filtered.",
            { Report: null, IsDryRun: false } => "--from requires --report <file>, which states what was done. --dry-run needs none.",
            { Report: null, IsResume: true } => "--resume requires --report <file>, the report to continue.",
            _ => null,
        };
        return problem is null ? request : throw new UsageException(problem);
    }

    private static string? Read(ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
