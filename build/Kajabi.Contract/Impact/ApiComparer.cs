using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Impact;

/// <summary>What a user of the SDK gains, loses and has to change.</summary>
internal static class ApiComparer
{
    /// <summary>The ids that a comparison can give.</summary>
    public static IReadOnlyCollection<string> RuleIds { get; } =
    [
        Rule.TypeGone.Id,
        Rule.TypeNew.Id,
        Rule.MemberGone.Id,
        Rule.MemberNew.Id,
        Rule.MemberChanged.Id,
        Rule.MemberWidened.Id,
        Rule.MemberObsolete.Id,
        Rule.MemberRequired.Id,
    ];

    public static IEnumerable<ContractFinding> Compare(
        IReadOnlyDictionary<string, ApiType> before,
        IReadOnlyDictionary<string, ApiType> after
    ) =>
        before
            .Keys.Union(after.Keys)
            .SelectMany(name =>
                (before.GetValueOrDefault(name), after.GetValueOrDefault(name)) switch
                {
                    ({ } gone, null) =>
                    [
                        Finding(Rule.TypeGone, gone.Name, gone.Declaration, null, null, $"The type `{gone.Name}` is gone."),
                    ],
                    (null, { } added) =>
                    [
                        Finding(Rule.TypeNew, added.Name, null, added.Declaration, null, $"The type `{added.Name}` is new."),
                    ],
                    ({ } old, { } now) => Types(old, now),
                    _ => (IEnumerable<ContractFinding>)[],
                }
            );

    private static IEnumerable<ContractFinding> Types(ApiType before, ApiType after)
    {
        IEnumerable<ContractFinding> declaration =
            before.Declaration == after.Declaration
                ? []
                :
                [
                    Finding(
                        Rule.MemberChanged,
                        before.Name,
                        before.Declaration,
                        after.Declaration,
                        null,
                        $"The type `{before.Name}` has another base."
                    ),
                ];
        return declaration.Concat(
            before
                .Members.Concat(after.Members)
                .Select(static member => member.Name)
                .Distinct()
                .SelectMany(name =>
                    Members(
                        before.Name,
                        [.. before.Members.Where(member => member.Name == name)],
                        [.. after.Members.Where(member => member.Name == name)]
                    )
                )
        );
    }

    /// <summary>Compares what goes by one name: a property, or the overloads of a method.</summary>
    private static IEnumerable<ContractFinding> Members(string type, List<ApiMember> before, List<ApiMember> after)
    {
        foreach (ApiMember same in before.Where(old => after.Exists(now => now.Signature == old.Signature)))
        {
            ApiMember now = after.First(member => member.Signature == same.Signature);
            if (same.IsObsolete != now.IsObsolete)
            {
                yield return now.IsObsolete
                    ? Finding(
                        Rule.MemberObsolete,
                        $"{type}.{now.Name}",
                        same.Signature,
                        $"[Obsolete] {now.Signature}",
                        now.Wire,
                        $"`{type}.{now.Name}` is obsolete."
                    )
                    : Finding(
                        Rule.MemberWidened,
                        $"{type}.{now.Name}",
                        $"[Obsolete] {same.Signature}",
                        now.Signature,
                        now.Wire,
                        $"`{type}.{now.Name}` is obsolete no more."
                    );
            }
        }

        List<ApiMember> gone = [.. before.Where(old => !after.Exists(now => now.Signature == old.Signature))];
        List<ApiMember> added = [.. after.Where(now => !before.Exists(old => old.Signature == now.Signature))];
        foreach ((ApiMember old, ApiMember now) in gone.Zip(added))
        {
            Rule rule = IsWidened(old, now) ? Rule.MemberWidened : Rule.MemberChanged;
            yield return Finding(
                rule,
                $"{type}.{now.Name}",
                old.Signature,
                now.Signature,
                now.Wire,
                $"`{type}.{now.Name}` was `{old.Signature}` and is `{now.Signature}`."
            );
        }

        foreach (ApiMember old in gone.Skip(added.Count))
        {
            yield return Finding(Rule.MemberGone, $"{type}.{old.Name}", old.Signature, null, old.Wire, $"`{type}.{old.Name}` is gone.");
        }

        foreach (ApiMember now in added.Skip(gone.Count))
        {
            yield return Finding(
                now.IsRequired ? Rule.MemberRequired : Rule.MemberNew,
                $"{type}.{now.Name}",
                null,
                now.Signature,
                now.Wire,
                $"`{type}.{now.Name}` is new{(now.IsRequired ? " and required" : string.Empty)}."
            );
        }
    }

    /// <summary>A property that can now be set as well is one that every user of the old one can use.</summary>
    private static bool IsWidened(ApiMember before, ApiMember after) =>
        before.Signature.EndsWith("{ get; }", StringComparison.Ordinal)
        && after.Signature == before.Signature.Replace("{ get; }", "{ get; set; }", StringComparison.Ordinal);

    private static ContractFinding Finding(Rule rule, string location, string? before, string? after, string? wire, string message)
    {
        bool isOperation = wire?.Contains(" /", StringComparison.Ordinal) == true;
        string onTheWire = wire is null || isOperation ? string.Empty : $" On the wire: `{wire}`.";
        return new ContractFinding(
            rule.Id,
            rule.Severity,
            isOperation ? wire! : string.Empty,
            Direction.None,
            location,
            before,
            after,
            $"{message}{onTheWire} {rule.Remedy}"
        );
    }
}
