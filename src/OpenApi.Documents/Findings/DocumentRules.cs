namespace OpenApi.Documents.Findings;

/// <summary>Rules for OpenAPI documents that more than one component checks.</summary>
internal static class DocumentRules
{
    public static Rule UnreadableFile { get; } =
        new("KC0000", RuleCategory.File, Severity.Breaking, "a file that cannot be read", "Correct the file.") { IsFatal = true };

    public static Rule DanglingReference { get; } =
        new(
            "KC0001",
            RuleCategory.Contract,
            Severity.Breaking,
            "a dangling reference",
            "Add the missing component, or correct the reference."
        );

    public static Rule DuplicateParameter { get; } =
        new(
            "KC0002",
            RuleCategory.Contract,
            Severity.Breaking,
            "a parameter that is declared twice on one operation",
            "Remove the duplicate."
        );

    public static Rule NotOpenApi { get; } =
        new(
            "KC0010",
            RuleCategory.File,
            Severity.Breaking,
            "a file that is not an OpenAPI 3 document",
            "Specify an OpenAPI 3.0 or 3.1 document."
        );

    public static Rule UndeclaredPathParameter { get; } =
        new(
            "KC0011",
            RuleCategory.Contract,
            Severity.Breaking,
            "a path parameter that is not declared",
            "Declare it as a parameter with `in: path`."
        );

    public static Rule InvalidKey { get; } =
        new(
            "KC0024",
            RuleCategory.Contract,
            Severity.Breaking,
            "a key that is not a status code, media type, path or member name; `--lenient` removes it",
            "Correct or remove the key."
        );

    public static Rule LimitExceeded { get; } =
        new(
            "KC0025",
            RuleCategory.File,
            Severity.Breaking,
            "a file that exceeds a limit (size, nesting, aliases, differences)",
            "Split or simplify the file."
        )
        {
            IsFatal = true,
        };
}
