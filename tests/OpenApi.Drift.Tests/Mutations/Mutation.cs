using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>Two edits of the OpenAPI document, and the expected findings of the second compared with the first.</summary>
internal sealed record Mutation(string Name, Action<JObject> Before, Action<JObject> After, IReadOnlyList<Expected> Expected)
{
    public override string ToString() => Name;
}
