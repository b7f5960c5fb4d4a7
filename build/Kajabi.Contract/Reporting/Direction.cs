namespace Kajabi.Contract.Reporting;

/// <summary>Which way what is found travels.</summary>
internal static class Direction
{
    /// <summary>From the caller to the API.</summary>
    public const string Request = "request";

    /// <summary>From the API to the caller.</summary>
    public const string Response = "response";

    /// <summary>Neither, or both.</summary>
    public const string None = "none";
}
