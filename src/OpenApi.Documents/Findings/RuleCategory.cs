namespace OpenApi.Documents.Findings;

/// <summary>The category of a rule.</summary>
internal enum RuleCategory
{
    /// <summary>A file that cannot be used.</summary>
    File,

    /// <summary>An error within an OpenAPI document or its overlay. <c>lint</c> reports it.</summary>
    Contract,

    /// <summary>A problem of the build of the SDK, not of the document alone. <c>lint</c> does not report it.</summary>
    Build,

    /// <summary>A change of the SDK's public API.</summary>
    Api,

    /// <summary>A difference between a recorded document or a response and the OpenAPI document.</summary>
    Payload,

    /// <summary>A recorded file or an operation that could not be compared.</summary>
    Unchecked,

    /// <summary>Work that remains in our own files.</summary>
    Maintenance,

    /// <summary>A change between two OpenAPI documents.</summary>
    Drift,
}
