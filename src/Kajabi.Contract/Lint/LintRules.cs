using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Lint;

/// <summary>Rules that only <c>lint</c> checks.</summary>
internal static class LintRules
{
    public static Rule DuplicateKey { get; } =
        new(
            "KC0013",
            RuleCategory.Contract,
            Severity.Breaking,
            "a duplicate key in a mapping",
            "Remove the duplicate: parsers disagree about which value applies."
        );

    public static Rule UnusedPathParameter { get; } =
        new(
            "KC0014",
            RuleCategory.Contract,
            Severity.Warning,
            "a path parameter that the path does not contain",
            "Add it to the path, or remove the parameter."
        );

    public static Rule ResponseWithoutSchema { get; } =
        new(
            "KC0015",
            RuleCategory.Contract,
            Severity.Warning,
            "a success response without a schema, except for 204, 205 and a deletion without a body",
            "Add a schema, or use the status code 204 if there is no body."
        );

    public static Rule ContradictingNullability { get; } =
        new(
            "KC0016",
            RuleCategory.Contract,
            Severity.Warning,
            "a type, enum, default, example and `nullable` that contradict each other about null",
            "Make `type`, `enum`, `default`, `example` and `nullable` consistent."
        );

    public static Rule UnrecognizedResponse { get; } =
        new(
            "KC0018",
            RuleCategory.Contract,
            Severity.Warning,
            "a response that is neither a JSON:API document nor an object with members",
            "Declare a JSON:API document or an object with properties, for example with an overlay action."
        );

    public static Rule ActionWithoutReason { get; } =
        new(
            "KC0026",
            RuleCategory.Contract,
            Severity.Warning,
            "an overlay action whose `description` does not state a reason; `lint` reports it",
            "State the reason in its `description`."
        );

    public static Rule UnknownMember { get; } =
        new(
            "KC0034",
            RuleCategory.Contract,
            Severity.Warning,
            "a member that OpenAPI does not define for its element, such as `sumary` of an operation",
            "Correct it, remove it, or start its name with `x-`."
        );

    public static Rule UnknownType { get; } =
        new(
            "KC0035",
            RuleCategory.Contract,
            Severity.Breaking,
            "a schema with an unknown type, such as `interger`",
            "Use `array`, `boolean`, `integer`, `null`, `number`, `object` or `string`."
        );
}
