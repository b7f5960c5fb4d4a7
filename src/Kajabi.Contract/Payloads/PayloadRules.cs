using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Payloads;

/// <summary>Rules for recorded documents and responses of the API.</summary>
internal static class PayloadRules
{
    public static Rule UnknownAttribute { get; } =
        new(
            "KC0301",
            RuleCategory.Payload,
            Severity.Warning,
            "a document with an attribute that is not declared",
            "Declare it with an overlay action."
        );

    public static Rule UnknownRelationship { get; } =
        new(
            "KC0302",
            RuleCategory.Payload,
            Severity.Warning,
            "a document with a relationship that is not declared",
            "Declare it with an overlay action."
        );

    public static Rule UnknownResourceType { get; } =
        new(
            "KC0303",
            RuleCategory.Payload,
            Severity.Warning,
            "a document with a resource type that is unknown or not allowed in its location",
            "Add it to `x-resources`, or correct the target type of the relationship."
        );

    public static Rule UnknownEnumValue { get; } =
        new(
            "KC0304",
            RuleCategory.Payload,
            Severity.Warning,
            "a document with a value that its enum does not list",
            "Add it to the enum with an overlay action."
        );

    public static Rule WrongJsonType { get; } =
        new(
            "KC0305",
            RuleCategory.Payload,
            Severity.Breaking,
            "a document with a value of another JSON type",
            "Allow the type with an overlay action if the API sends it."
        );

    public static Rule UnexpectedNull { get; } =
        new(
            "KC0306",
            RuleCategory.Payload,
            Severity.Breaking,
            "a document with null where it is not allowed",
            "Allow null with an overlay action if the API sends it."
        );

    public static Rule MissingMember { get; } =
        new(
            "KC0307",
            RuleCategory.Payload,
            Severity.Breaking,
            "a document without a required member",
            "Remove it from `required` with an overlay action if the API omits it."
        );

    public static Rule UnknownMember { get; } =
        new(
            "KC0308",
            RuleCategory.Payload,
            Severity.Warning,
            "a document with a member that neither JSON:API nor the OpenAPI document defines",
            "Neither JSON:API nor the OpenAPI document defines this member here."
        );

    public static Rule NotJson { get; } =
        new(
            "KC0309",
            RuleCategory.Unchecked,
            Severity.Warning,
            "a recorded file that is not JSON",
            "Correct the document, or add a corrected copy (`.fixed.json`) beside it."
        );

    public static Rule UnassignedDocument { get; } =
        new(
            "KC0310",
            RuleCategory.Unchecked,
            Severity.Warning,
            "a recorded file that matches no operation",
            "Name the file after its operation, or add it to index.json."
        );

    public static Rule UnknownOperation { get; } =
        new(
            "KC0311",
            RuleCategory.Payload,
            Severity.Breaking,
            "a document of an operation that the OpenAPI document does not declare",
            "Declare the operation, or correct the file name."
        );
}
