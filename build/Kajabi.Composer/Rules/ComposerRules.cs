using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Rules;

/// <summary>Rules of the composer and the build.</summary>
internal static class ComposerRules
{
    public static Rule KeywordBesideProperties { get; } =
        new(
            "KC0003",
            RuleCategory.Contract,
            Severity.Breaking,
            "a member beside `properties` that is not a schema keyword",
            "Correct its spelling, move it into `properties`, or remove it."
        );

    public static Rule NameNeedsNumber { get; } =
        new(
            "KC0004",
            RuleCategory.Contract,
            Severity.Breaking,
            "two elements whose names would differ only by a number",
            "Rename one of them with an overlay action (`x-csharp-name`, `x-operation-name`, `x-enum-name`, `x-value-names`, "
                + "`x-name`, or `name` in `x-resources`)."
        );

    public static Rule ActionMatchesNothing { get; } =
        new(
            "KC0005",
            RuleCategory.Build,
            Severity.Breaking,
            "an overlay action whose target matches nothing; only a warning if it is `x-optional`, or with `--lenient`",
            "Correct the target or remove the action. Set `x-optional: true` on an action that only some versions need."
        )
        {
            MayBeExpected = true,
        };

    public static Rule MalformedOverlay { get; } =
        new(
            "KC0006",
            RuleCategory.File,
            Severity.Breaking,
            "an overlay that is not allowed by Overlay 1.0, so that no action is applied",
            "See https://spec.openapis.org/overlay/v1.0.0.html."
        )
        {
            IsFatal = true,
        };

    public static Rule UntypedResource { get; } =
        new(
            "KC0007",
            RuleCategory.Contract,
            Severity.Warning,
            "a resource whose JSON:API type is not defined",
            "Set `x-resource-type` with an overlay action."
        );

    public static Rule UntypedRelationship { get; } =
        new(
            "KC0008",
            RuleCategory.Contract,
            Severity.Warning,
            "a relationship whose target type is not defined",
            "Set `x-relationship: {type: ...}` with an overlay action."
        );

    public static Rule UnsupportedSchema { get; } =
        new(
            "KC0009",
            RuleCategory.Contract,
            Severity.Breaking,
            "a schema that cannot be the type of a property",
            "Change it to a supported form with an overlay action."
        );

    public static Rule PropertyWithoutSchema { get; } =
        new(
            "KC0017",
            RuleCategory.Contract,
            Severity.Breaking,
            "a keyword among the properties",
            "Move the keyword out of `properties`, or add a schema to the property."
        );

    public static Rule InvalidStructure { get; } =
        new(
            "KC0019",
            RuleCategory.Contract,
            Severity.Breaking,
            "an element whose JSON type does not match the OpenAPI specification",
            "See https://spec.openapis.org/oas/v3.1.1.html."
        );

    public static Rule UnsafeName { get; } =
        new(
            "KC0020",
            RuleCategory.Contract,
            Severity.Breaking,
            "a name with quotation marks, backslashes, control characters or line breaks",
            "Rename it, or remove it with an overlay action. Names must not contain quotation marks, backslashes, control characters or "
                + "line breaks."
        )
        {
            IsFatal = true,
        };

    public static Rule InvalidIdentifier { get; } =
        new(
            "KC0021",
            RuleCategory.Contract,
            Severity.Breaking,
            "a name for C# (`x-csharp-name` and the like) that is not the name of a public member",
            "Use a name of letters and digits that starts with an upper-case letter, with at most 300 bytes."
        )
        {
            IsFatal = true,
        };

    public static Rule NameWithoutIdentifier { get; } =
        new(
            "KC0022",
            RuleCategory.Contract,
            Severity.Breaking,
            "a name without any letter or digit; `--lenient` leaves it out",
            "Rename or remove it with an overlay action. A lenient build omits it."
        );

    public static Rule DuplicateEnumValue { get; } =
        new("KC0023", RuleCategory.Contract, Severity.Warning, "an enum that lists a value more than once", "Remove the duplicate.")
        {
            MayBeExpected = true,
        };

    public static Rule HandwrittenCodeLeftOut { get; } =
        new(
            "KC0027",
            RuleCategory.Build,
            Severity.Warning,
            "handwritten code that needs an element which the document does not have; the build leaves it out, and `impact` reports it "
                + "as breaking",
            "Code that uses the member does not compile with this document."
        )
        {
            Reason = "The SDK compiles without the member, so a build only warns; code that uses the member does not compile.",
            MayBeExpected = true,
        };

    public static Rule UnsupportedOperation { get; } =
        new(
            "KC0028",
            RuleCategory.Contract,
            Severity.Warning,
            "an operation or a required parameter for which the SDK has no method or parameter; `--lenient` leaves it out",
            "Remove it with an overlay action, or call the endpoint with `SendAsync`."
        );

    public static Rule KeywordOfOtherType { get; } =
        new(
            "KC0029",
            RuleCategory.Contract,
            Severity.Warning,
            "a schema with a keyword of another type, such as a string with `properties`",
            "Correct the type, or remove the keyword with an overlay action."
        )
        {
            MayBeExpected = true,
        };

    public static Rule NewerVersion { get; } =
        new(
            "KC0032",
            RuleCategory.Contract,
            Severity.Warning,
            "a document of OpenAPI 3.2 or later",
            "Check that the document uses no new keywords: they are ignored."
        )
        {
            MayBeExpected = true,
        };

    public static Rule UnknownExtension { get; } =
        new(
            "KC0033",
            RuleCategory.Contract,
            Severity.Warning,
            "an extension in an overlay that the composer does not know; for our own document, an error if it resembles a known one",
            "Correct or remove it: docs/names.md lists the extensions."
        )
        {
            MayBeExpected = true,
        };

    public static Rule InvalidAttributeFilter { get; } =
        new(
            "KC0036",
            RuleCategory.Contract,
            Severity.Breaking,
            "a filter of `x-attribute-filters` with an attribute that the resources do not have, or with an unknown suffix; `--lenient` "
                + "leaves it out",
            "Correct or remove it in the overlay: the API ignores an unknown filter and returns everything."
        );

    public static Rule GeneratorFailure { get; } =
        new(
            "KC0100",
            RuleCategory.Build,
            Severity.Breaking,
            "a failure of the generator, followed by its message",
            "The message contains the reason."
        )
        {
            Reason = "No code is generated.",
            IsFatal = true,
        };
}
