using Kajabi.Composer.Rules;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Impact;

/// <summary>Compares which handwritten types and members of the SDK are compiled for two documents.</summary>
internal static class HandwrittenComparer
{
    private const int MaxReasons = 3;

    /// <param name="before">The public API that is generated for the old document.</param>
    /// <param name="after">The public API that is generated for the new document.</param>
    public static IEnumerable<Finding> Compare(IReadOnlyDictionary<string, ApiType> before, IReadOnlyDictionary<string, ApiType> after)
    {
        HashSet<string> changedTypes =
        [
            // The members of a type that is new or gone are not reported one by one.
            .. before.Keys.Except(after.Keys),
            .. after.Keys.Except(before.Keys),
            .. HandwrittenMember
                .All.Where(one => one.Name is null && IsCompiled(one, before) != IsCompiled(one, after))
                .Select(static one => one.Type),
        ];
        return HandwrittenMember
            .All.Where(one => one.Name is null || !changedTypes.Contains(one.Type))
            .SelectMany(one =>
                (IsCompiled(one, before), IsCompiled(one, after)) switch
                {
                    (true, false) => [LeftOut(one, one.GetMissing(after))],
                    (false, true) => [Added(one)],
                    _ => (IEnumerable<Finding>)[],
                }
            );
    }

    private static bool IsCompiled(HandwrittenMember member, IReadOnlyDictionary<string, ApiType> surface) =>
        member.GetMissing(surface).Count == 0;

    private static Finding LeftOut(HandwrittenMember member, IReadOnlyList<string> missing)
    {
        string names = string.Join(", ", missing.Take(MaxReasons).Select(static need => $"`{need}`"));
        string more = missing.Count > MaxReasons ? $" and {missing.Count - MaxReasons} more" : string.Empty;
        Rule rule = ComposerRules.HandwrittenCodeLeftOut;
        return new Finding(
            rule,
            new FindingLocation(string.Empty, member.FullName),
            $"`{member.FullName}` is left out, because it needs {names}{more}, which this OpenAPI document does not generate. {rule.Remedy}"
        )
        {
            // The public member is gone, while a build only reports what it does.
            Severity = Severity.Breaking,
            Before = member.Signature,
        };
    }

    private static Finding Added(HandwrittenMember member)
    {
        Rule rule = member.Name is null ? ApiRules.TypeAdded : ApiRules.MemberAdded;
        string kind = member.Name is null ? "The type " : string.Empty;
        return new Finding(rule, new FindingLocation(string.Empty, member.FullName), $"{kind}`{member.FullName}` was added. {rule.Remedy}")
        {
            After = member.Signature,
        };
    }
}
