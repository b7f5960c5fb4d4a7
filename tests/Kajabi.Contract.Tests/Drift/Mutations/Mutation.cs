using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>Two edits of our contract, and each finding that the second brings over the first.</summary>
internal sealed record Mutation(string Name, Action<JObject> Before, Action<JObject> After, IReadOnlyList<Expected> Expected)
{
    public override string ToString() => Name;
}
