using Kajabi.Sandbox;

namespace Kajabi.Tests;

/// <summary>The state of a sandbox as a text, to compare it before and after a change.</summary>
internal static class SandboxState
{
    /// <summary>Describes everything that a snapshot contains, except the time of a clock that runs.</summary>
    public static string Describe(KajabiSandbox sandbox)
    {
        SandboxSnapshot snapshot = sandbox.TakeSnapshot();
        return string.Join(
            '\n',
            [
                .. snapshot.Data.Resources.Select(static one =>
                    $"{one.Type} {one.Id} {one.Attributes.ToJsonString()} "
                    + string.Join(';', one.Relationships.Select(static pair => $"{pair.Key}={string.Join(',', pair.Value.Ids)}"))
                ),
                $"next id {snapshot.Data.NextId}, {snapshot.Clock.StoppedAt}, disabled {string.Join(',', snapshot.DisabledWebhooks)}",
                .. snapshot.Rules.Select(static rule => rule.ToString()),
                .. snapshot.DeliveryRules.Select(static rule => rule.ToString()),
            ]
        );
    }
}
