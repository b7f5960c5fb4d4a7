using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Impact;

/// <summary>Compares the public APIs of two versions of the SDK.</summary>
internal static class ApiComparer
{
    public static IEnumerable<Finding> Compare(IReadOnlyDictionary<string, ApiType> before, IReadOnlyDictionary<string, ApiType> after) =>
        before
            .Keys.Union(after.Keys)
            .SelectMany(name =>
                (before.GetValueOrDefault(name), after.GetValueOrDefault(name)) switch
                {
                    ({ } removed, null) =>
                    [
                        Finding(
                            ApiRules.TypeRemoved,
                            removed.Name,
                            removed.Declaration,
                            null,
                            null,
                            $"The type `{removed.Name}` was removed."
                        ),
                    ],
                    (null, { } added) =>
                    [
                        Finding(ApiRules.TypeAdded, added.Name, null, added.Declaration, null, $"The type `{added.Name}` was added."),
                    ],
                    ({ } old, { } now) => Types(old, now),
                    _ => (IEnumerable<Finding>)[],
                }
            );

    private static IEnumerable<Finding> Types(ApiType before, ApiType after)
    {
        IEnumerable<Finding> declaration =
            before.Declaration == after.Declaration
                ? []
                :
                [
                    Finding(
                        ApiRules.MemberChanged,
                        before.Name,
                        before.Declaration,
                        after.Declaration,
                        null,
                        $"The type `{before.Name}` has a different base type."
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

    /// <summary>Compares the members with the same name: a property, or the overloads of a method.</summary>
    private static IEnumerable<Finding> Members(string type, List<ApiMember> before, List<ApiMember> after)
    {
        foreach (ApiMember same in before.Where(old => after.Exists(now => now.Signature == old.Signature)))
        {
            ApiMember now = after.First(member => member.Signature == same.Signature);
            if (same.IsObsolete != now.IsObsolete)
            {
                yield return now.IsObsolete
                    ? Finding(
                        ApiRules.MemberObsolete,
                        $"{type}.{now.Name}",
                        same.Signature,
                        $"[Obsolete] {now.Signature}",
                        now.ApiName,
                        $"`{type}.{now.Name}` became obsolete."
                    )
                    : Finding(
                        ApiRules.MemberWidened,
                        $"{type}.{now.Name}",
                        $"[Obsolete] {same.Signature}",
                        now.Signature,
                        now.ApiName,
                        $"`{type}.{now.Name}` is no longer obsolete."
                    );
            }
        }

        List<ApiMember> removed = [.. before.Where(old => !after.Exists(now => now.Signature == old.Signature))];
        List<ApiMember> added = [.. after.Where(now => !before.Exists(old => old.Signature == now.Signature))];
        foreach ((ApiMember old, ApiMember now) in removed.Zip(added))
        {
            Rule rule = IsWidened(old, now) ? ApiRules.MemberWidened : ApiRules.MemberChanged;
            yield return Finding(
                rule,
                $"{type}.{now.Name}",
                old.Signature,
                now.Signature,
                now.ApiName,
                $"`{type}.{now.Name}` changed from `{old.Signature}` to `{now.Signature}`."
            );
        }

        foreach (ApiMember old in removed.Skip(added.Count))
        {
            yield return Finding(
                ApiRules.MemberRemoved,
                $"{type}.{old.Name}",
                old.Signature,
                null,
                old.ApiName,
                $"`{type}.{old.Name}` was removed."
            );
        }

        foreach (ApiMember now in added.Skip(removed.Count))
        {
            yield return Finding(
                now.IsRequired ? ApiRules.MemberRequired : ApiRules.MemberAdded,
                $"{type}.{now.Name}",
                null,
                now.Signature,
                now.ApiName,
                $"`{type}.{now.Name}` was added{(now.IsRequired ? " and is required" : string.Empty)}."
            );
        }
    }

    /// <summary>Returns whether the only change is an added setter, which is compatible.</summary>
    private static bool IsWidened(ApiMember before, ApiMember after) =>
        before.Signature.EndsWith("{ get; }", StringComparison.Ordinal)
        && after.Signature == before.Signature.Replace("{ get; }", "{ get; set; }", StringComparison.Ordinal);

    private static Finding Finding(Rule rule, string path, string? before, string? after, string? apiName, string message)
    {
        bool isOperation = apiName?.Contains(" /", StringComparison.Ordinal) == true;
        string suffix = apiName is null || isOperation ? string.Empty : $" Its name in the API is `{apiName}`.";
        return new Finding(rule, new FindingLocation(isOperation ? apiName! : string.Empty, path), $"{message}{suffix} {rule.Remedy}")
        {
            Before = before,
            After = after,
        };
    }
}
