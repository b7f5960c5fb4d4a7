namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>What a fault does to a request.</summary>
internal enum FaultEffect
{
    /// <summary>Replaces the response.</summary>
    Respond,
    Delay,
    Truncate,
    Reset,
    ExpireToken,
    RevokeToken,
    InsertAfterPage,
    RemoveAfterPage,
}
