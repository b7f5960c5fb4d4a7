using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Diagnostics;

/// <summary>A rule that a contract, an overlay or the two together must keep.</summary>
/// <param name="Id">The stable id, shown with each finding.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record Rule(string Id, string Remedy)
{
    /// <summary>Gets whether the rule is an error for every contract, because what breaks it is never repaired.</summary>
    public bool IsFatal { get; private init; }

    /// <summary>Whether a program that reads the contract goes wrong by it, or can live with it.</summary>
    public Severity Severity { get; private init; } = Severity.Breaking;

    public static Rule DanglingReference { get; } = new("KC0001", "Add the component, or point the reference at one that exists.");

    public static Rule DuplicateParameter { get; } = new("KC0002", "Keep one of them.");

    public static Rule KeywordBesideProperties { get; } = new("KC0003", "Move it below `properties`, or remove it.");

    public static Rule NameNeedsNumber { get; } = new("KC0004", "Give one of them another name with an overlay action.");

    public static Rule ActionMatchesNothing { get; } =
        new("KC0005", "Remove the action, or correct its target.") { Severity = Severity.Warning };

    public static Rule MalformedOverlay { get; } = new("KC0006", "See https://spec.openapis.org/overlay/v1.0.0.html.");

    public static Rule UntypedResource { get; } =
        new("KC0007", "Set `x-resource-type` on it with an overlay action.") { Severity = Severity.Warning };

    public static Rule UntypedRelationship { get; } =
        new("KC0008", "Set `x-relationship: {type: ...}` on it with an overlay action.") { Severity = Severity.Warning };

    public static Rule UnsupportedSchema { get; } =
        new("KC0009", "Write it in a form that the composer knows, with an overlay action if need be.");

    public static Rule NotOpenApi { get; } = new("KC0010", "Give an OpenAPI 3.0 or 3.1 document.");

    public static Rule UndeclaredPathParameter { get; } = new("KC0011", "Declare the parameter with `in: path`.");

    public static Rule UnusedAcceptance { get; } = new("KC0012", "Remove it from the accepted findings.") { Severity = Severity.Warning };

    public static Rule DuplicateKey { get; } = new("KC0013", "Keep one of them: readers disagree which one counts.");

    public static Rule UnusedPathParameter { get; } = new("KC0014", "Put it into the path, or remove it.") { Severity = Severity.Warning };

    public static Rule AnswerWithoutSchema { get; } =
        new("KC0015", "Give it a schema, or answer 204 if it has no body.") { Severity = Severity.Warning };

    public static Rule ContradictingNullability { get; } =
        new("KC0016", "Let type, enum, default and `nullable` say the same.") { Severity = Severity.Warning };

    public static Rule PropertyWithoutSchema { get; } =
        new("KC0017", "Move the keyword out of `properties`, or give the property a schema.");

    public static Rule UnrecognisedAnswer { get; } =
        new("KC0018", "Describe a JSON:API document or an object, with an overlay action if need be.") { Severity = Severity.Warning };

    public static Rule WrongShape { get; } = new("KC0019", "See https://spec.openapis.org/oas/v3.1.1.html.");

    public static Rule UnsafeName { get; } =
        new("KC0020", "Rename it: names contain no quotation marks, backslashes, control characters or line breaks.") { IsFatal = true };

    public static Rule InvalidIdentifier { get; } =
        new("KC0021", "Give it a name of letters and digits that starts with a letter and is not a C# keyword.") { IsFatal = true };

    public static Rule NameWithoutIdentifier { get; } =
        new("KC0022", "Rename it, or remove it with an overlay action; a lenient build leaves it out.");

    public static Rule DuplicateEnumValue { get; } = new("KC0023", "Keep one of them.") { Severity = Severity.Warning };

    public static Rule InvalidKey { get; } = new("KC0024", "Correct the key, or remove it.");

    public static Rule LimitExceeded { get; } = new("KC0025", "Split the file, or simplify it.") { IsFatal = true };

    public static Rule TypeGone { get; } = new("KC0201", "Users of the type no longer compile.");

    public static Rule TypeNew { get; } = new("KC0202", "Nothing to do.") { Severity = Severity.Info };

    public static Rule MemberGone { get; } = new("KC0203", "Users of the member no longer compile.");

    public static Rule MemberNew { get; } = new("KC0204", "Nothing to do.") { Severity = Severity.Info };

    public static Rule MemberChanged { get; } = new("KC0205", "Users of the member may no longer compile.");

    public static Rule MemberWidened { get; } =
        new("KC0206", "Nothing to do: what compiled goes on compiling.") { Severity = Severity.Info };

    public static Rule MemberObsolete { get; } = new("KC0207", "Users of the member are warned.") { Severity = Severity.Warning };

    public static Rule MemberRequired { get; } = new("KC0208", "Everybody who makes the object has to set the member.");

    public static Rule UnknownAttribute { get; } = new("KC0301", "Declare it with an overlay action.") { Severity = Severity.Warning };

    public static Rule UnknownRelationship { get; } = new("KC0302", "Declare it with an overlay action.") { Severity = Severity.Warning };

    public static Rule UnknownResourceType { get; } =
        new("KC0303", "List it under `x-resources`, or correct where the relationship leads.") { Severity = Severity.Warning };

    public static Rule UnknownEnumValue { get; } =
        new("KC0304", "Add it to the enum with an overlay action.") { Severity = Severity.Warning };

    public static Rule WrongJsonType { get; } = new("KC0305", "Allow it with an overlay action, if the API really sends it.");

    public static Rule UnexpectedNull { get; } = new("KC0306", "Allow null with an overlay action, if the API really sends it.");

    public static Rule MissingMember { get; } =
        new("KC0307", "Take it out of `required` with an overlay action, if the API really leaves it out.");

    public static Rule UnknownMember { get; } =
        new("KC0308", "JSON:API and the contract know no such member here.") { Severity = Severity.Warning };

    public static Rule NotJson { get; } =
        new("KC0309", "Mend the document, or put a mended twin beside it.") { Severity = Severity.Warning };

    public static Rule UnassignedDocument { get; } =
        new("KC0310", "Name it after its operation, or list it in index.json.") { Severity = Severity.Warning };

    public static Rule UnknownOperation { get; } = new("KC0311", "Declare the operation, or correct the name.");

    public static Rule NotChecked { get; } = new("KC0312", "See the reason.") { Severity = Severity.Info };

    public static Rule WithoutWords { get; } =
        new("KC0401", "Say in our own words what it means, in which unit, and what null means.") { Severity = Severity.Info };
}
