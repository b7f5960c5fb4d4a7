namespace OpenApi.Documents.Findings;

/// <summary>The direction of the message that a finding is about.</summary>
internal static class Direction
{
    /// <summary>From the client to the API.</summary>
    public const string Request = "request";

    /// <summary>From the API to the client.</summary>
    public const string Response = "response";

    /// <summary>Neither, or both.</summary>
    public const string None = "none";
}
