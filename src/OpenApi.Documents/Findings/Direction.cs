namespace OpenApi.Documents.Findings;

/// <summary>The direction of the message that a finding is about.</summary>
public enum Direction
{
    /// <summary>Neither, or both.</summary>
    None,

    /// <summary>From the client to the API.</summary>
    Request,

    /// <summary>From the API to the client.</summary>
    Response,
}
