using OpenApi.Documents.Reading;

namespace OpenApi.Documents.Findings;

/// <summary>A rule for OpenAPI documents, overlays, recorded documents or API changes.</summary>
/// <param name="Id">The stable id, shown with each finding.</param>
/// <param name="Remedy">What to do. Ends each message.</param>
internal sealed record Rule(string Id, string Remedy)
{
    /// <summary>Gets whether a violation is always an error, because it cannot be repaired.</summary>
    public bool IsFatal { get; private init; }

    /// <summary>Gets the severity of a violation for programs that read the document.</summary>
    public Severity Severity { get; private init; } = Severity.Breaking;

    public static Rule DanglingReference { get; } = new("KC0001", "Add the missing component, or correct the reference.");

    public static Rule DuplicateParameter { get; } = new("KC0002", "Remove the duplicate.");

    public static Rule KeywordBesideProperties { get; } = new("KC0003", "Move it into `properties`, or remove it.");

    public static Rule NameNeedsNumber { get; } =
        new(
            "KC0004",
            "Rename one of them with an overlay action (`x-csharp-name`, `x-operation-name`, `x-enum-name`, `x-name`, or "
                + "`name` in `x-resources`)."
        );

    public static Rule ActionMatchesNothing { get; } =
        new("KC0005", "Correct the target or remove the action. Set `x-optional: true` on an action that only some versions need.")
        {
            Severity = Severity.Warning,
        };

    public static Rule MalformedOverlay { get; } = new("KC0006", "See https://spec.openapis.org/overlay/v1.0.0.html.") { IsFatal = true };

    public static Rule UntypedResource { get; } =
        new("KC0007", "Set `x-resource-type` with an overlay action.") { Severity = Severity.Warning };

    public static Rule UntypedRelationship { get; } =
        new("KC0008", "Set `x-relationship: {type: ...}` with an overlay action.") { Severity = Severity.Warning };

    public static Rule UnsupportedSchema { get; } = new("KC0009", "Change it to a supported form with an overlay action.");

    public static Rule NotOpenApi { get; } = new("KC0010", "Specify an OpenAPI 3.0 or 3.1 document.");

    public static Rule UndeclaredPathParameter { get; } = new("KC0011", "Declare it as a parameter with `in: path`.");

    public static Rule UnusedAcceptance { get; } =
        new("KC0012", "Remove the entry from the accepted findings.") { Severity = Severity.Warning };

    public static Rule DuplicateKey { get; } = new("KC0013", "Remove the duplicate: parsers disagree about which value applies.");

    public static Rule UnusedPathParameter { get; } =
        new("KC0014", "Add it to the path, or remove the parameter.") { Severity = Severity.Warning };

    public static Rule ResponseWithoutSchema { get; } =
        new("KC0015", "Add a schema, or use the status code 204 if there is no body.") { Severity = Severity.Warning };

    public static Rule ContradictingNullability { get; } =
        new("KC0016", "Make `type`, `enum`, `default`, `example` and `nullable` consistent.") { Severity = Severity.Warning };

    public static Rule PropertyWithoutSchema { get; } =
        new("KC0017", "Move the keyword out of `properties`, or add a schema to the property.");

    public static Rule UnrecognizedResponse { get; } =
        new("KC0018", "Declare a JSON:API document or an object with properties, for example with an overlay action.")
        {
            Severity = Severity.Warning,
        };

    public static Rule InvalidStructure { get; } = new("KC0019", "See https://spec.openapis.org/oas/v3.1.1.html.");

    public static Rule UnsafeName { get; } =
        new("KC0020", "Rename it. Names must not contain quotation marks, backslashes, control characters or line breaks.")
        {
            IsFatal = true,
        };

    public static Rule InvalidIdentifier { get; } =
        new("KC0021", "Use a name of letters and digits that starts with a letter and is not a C# keyword.") { IsFatal = true };

    public static Rule NameWithoutIdentifier { get; } =
        new("KC0022", "Rename or remove it with an overlay action. A lenient build omits it.");

    public static Rule DuplicateEnumValue { get; } = new("KC0023", "Remove the duplicate.") { Severity = Severity.Warning };

    public static Rule InvalidKey { get; } = new("KC0024", "Correct or remove the key.");

    public static Rule LimitExceeded { get; } = new("KC0025", "Split or simplify the file.") { IsFatal = true };

    public static Rule ActionWithoutReason { get; } =
        new("KC0026", "State the reason in its `description`.") { Severity = Severity.Warning };

    public static Rule UnsupportedOperation { get; } =
        new("KC0028", "Remove it with an overlay action, or call the endpoint with `SendAsync`.") { Severity = Severity.Warning };

    public static Rule KeywordOfOtherType { get; } =
        new("KC0029", "Correct the type, or remove the keyword with an overlay action.") { Severity = Severity.Warning };

    public static Rule NewerVersion { get; } =
        new("KC0032", "Check that the document uses no new keywords: they are ignored.") { Severity = Severity.Warning };

    public static Rule TypeRemoved { get; } = new("KC0201", "Code that uses the type no longer compiles.");

    public static Rule TypeAdded { get; } = new("KC0202", "No action is needed.") { Severity = Severity.Info };

    public static Rule MemberRemoved { get; } = new("KC0203", "Code that uses the member no longer compiles.");

    public static Rule MemberAdded { get; } = new("KC0204", "No action is needed.") { Severity = Severity.Info };

    public static Rule MemberChanged { get; } = new("KC0205", "Code that uses the member may no longer compile.");

    public static Rule MemberWidened { get; } =
        new("KC0206", "No action is needed: existing code still compiles.") { Severity = Severity.Info };

    public static Rule MemberObsolete { get; } =
        new("KC0207", "Code that uses the member gets a compiler warning.") { Severity = Severity.Warning };

    public static Rule MemberRequired { get; } = new("KC0208", "Code that creates the object must set the member.");

    public static Rule UnknownAttribute { get; } = new("KC0301", "Declare it with an overlay action.") { Severity = Severity.Warning };

    public static Rule UnknownRelationship { get; } = new("KC0302", "Declare it with an overlay action.") { Severity = Severity.Warning };

    public static Rule UnknownResourceType { get; } =
        new("KC0303", "Add it to `x-resources`, or correct the target type of the relationship.") { Severity = Severity.Warning };

    public static Rule UnknownEnumValue { get; } =
        new("KC0304", "Add it to the enum with an overlay action.") { Severity = Severity.Warning };

    public static Rule WrongJsonType { get; } = new("KC0305", "Allow the type with an overlay action if the API sends it.");

    public static Rule UnexpectedNull { get; } = new("KC0306", "Allow null with an overlay action if the API sends it.");

    public static Rule MissingMember { get; } = new("KC0307", "Remove it from `required` with an overlay action if the API omits it.");

    public static Rule UnknownMember { get; } =
        new("KC0308", "Neither JSON:API nor the OpenAPI document defines this member here.") { Severity = Severity.Warning };

    public static Rule NotJson { get; } =
        new("KC0309", "Correct the document, or add a corrected copy (`.fixed.json`) beside it.") { Severity = Severity.Warning };

    public static Rule UnassignedDocument { get; } =
        new("KC0310", "Name the file after its operation, or add it to index.json.") { Severity = Severity.Warning };

    public static Rule UnknownOperation { get; } = new("KC0311", "Declare the operation, or correct the file name.");

    public static Rule NotChecked { get; } = new("KC0312", "The message contains the reason.") { Severity = Severity.Info };

    public static Rule MissingDescription { get; } =
        new("KC0401", "Describe its meaning, its unit and the meaning of null in our own words.") { Severity = Severity.Info };
}
