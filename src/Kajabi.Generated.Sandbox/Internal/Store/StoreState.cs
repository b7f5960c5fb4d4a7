namespace Kajabi.Sandbox.Internal.Store;

/// <summary>A copy of the data of a <see cref="SandboxStore"/>, which is not changed.</summary>
/// <param name="Resources">The resources, in the order of the store.</param>
/// <param name="NextId">The next id.</param>
internal sealed record StoreState(IReadOnlyList<SandboxResource> Resources, long NextId)
{
    /// <summary>Returns a copy that shares nothing with this one.</summary>
    public StoreState Copy() => this with { Resources = [.. Resources.Select(static resource => resource.Clone())] };
}
