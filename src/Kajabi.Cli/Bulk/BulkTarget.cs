namespace Kajabi.Cli.Bulk;

/// <summary>A contact or customer to change, by its id, or by its e-mail address until the id is found.</summary>
/// <param name="Id">The id; null if it is not known yet.</param>
/// <param name="Email">The e-mail address that the resource is found by; null if it is given by its id.</param>
internal sealed record BulkTarget(string? Id, string? Email)
{
    /// <summary>What the input identifies the resource by. It does not change when the id is found.</summary>
    public string Key => Email ?? Id!;

    /// <summary>Compares keys: an e-mail address is the same in upper and lower case.</summary>
    public static StringComparer KeyComparer => StringComparer.OrdinalIgnoreCase;
}
