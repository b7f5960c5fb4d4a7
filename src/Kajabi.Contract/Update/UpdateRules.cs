using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Update;

/// <summary>Rules of <c>update</c>.</summary>
internal static class UpdateRules
{
    public static Rule MissingDescription { get; } =
        new(
            "KC0401",
            RuleCategory.Maintenance,
            Severity.Info,
            "an element of a new version without our own description",
            "Describe its meaning, its unit and the meaning of null in our own words."
        )
        {
            Reason = "The SDK works, but the documentation of the element is missing.",
        };
}
