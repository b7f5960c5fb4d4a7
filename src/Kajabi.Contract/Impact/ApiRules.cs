using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Impact;

/// <summary>Rules for changes of the SDK's public API.</summary>
internal static class ApiRules
{
    public static Rule TypeRemoved { get; } =
        new("KC0201", RuleCategory.Api, Severity.Breaking, "a removed type of the SDK", "Code that uses the type no longer compiles.");

    public static Rule TypeAdded { get; } = new("KC0202", RuleCategory.Api, Severity.Info, "a new type of the SDK", "No action is needed.");

    public static Rule MemberRemoved { get; } =
        new("KC0203", RuleCategory.Api, Severity.Breaking, "a removed member", "Code that uses the member no longer compiles.");

    public static Rule MemberAdded { get; } = new("KC0204", RuleCategory.Api, Severity.Info, "a new member", "No action is needed.");

    public static Rule MemberChanged { get; } =
        new(
            "KC0205",
            RuleCategory.Api,
            Severity.Breaking,
            "a member with a different type, different parameters or fewer accessors",
            "Code that uses the member may no longer compile."
        );

    public static Rule MemberWidened { get; } =
        new(
            "KC0206",
            RuleCategory.Api,
            Severity.Info,
            "a member with more capabilities than before",
            "No action is needed: existing code still compiles."
        );

    public static Rule MemberObsolete { get; } =
        new(
            "KC0207",
            RuleCategory.Api,
            Severity.Warning,
            "a member that became obsolete",
            "Code that uses the member gets a compiler warning."
        );

    public static Rule MemberRequired { get; } =
        new(
            "KC0208",
            RuleCategory.Api,
            Severity.Breaking,
            "a new member that is required to create an object",
            "Code that creates the object must set the member."
        );
}
