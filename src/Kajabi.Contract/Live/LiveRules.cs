using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Live;

/// <summary>Rules of <c>live</c>.</summary>
internal static class LiveRules
{
    public static Rule NotChecked { get; } =
        new(
            "KC0312",
            RuleCategory.Unchecked,
            Severity.Info,
            "an operation that `live` could not check",
            "The message contains the reason."
        );
}
