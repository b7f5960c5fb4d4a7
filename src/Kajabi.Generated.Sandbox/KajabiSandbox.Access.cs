using Kajabi.Sandbox.Internal;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox;

/// <content>Permissions and access tokens.</content>
public sealed partial class KajabiSandbox
{
    /// <summary>Replaces the resource types whose requests are rejected with 403.</summary>
    /// <exception cref="ArgumentException">The API does not have a type. The message names the nearest one.</exception>
    internal void SetForbiddenTypes(IReadOnlyCollection<string> types)
    {
        ThrowIfUnknownType(types);
        lock (_store.SyncRoot)
        {
            Options.ForbiddenTypes.Clear();
            Options.ForbiddenTypes.UnionWith(types);
        }
    }

    /// <summary>Creates a valid access token without a token request.</summary>
    internal string CreateAccessToken() => _router.CreateAccessToken();

    private static void ThrowIfUnknownType(IEnumerable<string> types)
    {
        if (types.FirstOrDefault(static type => !SandboxType.Names.Contains(type)) is { } unknown)
        {
            throw new ArgumentException(
                $"The API has no resource type '{unknown}'.{Suggestion.Ask(Suggestion.Find(unknown, SandboxType.Names))} "
                    + $"It has {string.Join(", ", SandboxType.Names)}.",
                nameof(types)
            );
        }
    }
}
