using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// Our OpenAPI document, most often only some of its operations, with random changes: names, types, parameters, enums, tags, paths,
/// relationships and methods are changed, removed and added.
/// </summary>
internal static class RandomContract
{
    /// <summary>One of so many documents has all operations. Its code takes several times as long to compile.</summary>
    private const int CompleteRate = 25;

    private const int MaxOperations = 5;
    private const int MaxEdits = 20;

    private static readonly Lazy<JObject> s_root = new(static () => OurContract.Copy());

    private static readonly Lazy<IReadOnlyList<string>> s_operations = new(static () => ContractSlice.Operations(s_root.Value));

    /// <param name="seed">The seed. The same seed results in the same document.</param>
    public static JObject Create(int seed)
    {
        Random random = new(seed);
        JObject root = random.Next(CompleteRate) == 0 ? (JObject)s_root.Value.DeepClone() : Slice(random);
        RandomEdits edits = new(root, random);
        for (int count = random.Next(1, MaxEdits + 1); count > 0; count--)
        {
            edits.Apply();
        }

        return root;
    }

    /// <summary>Returns some operations, most of them neighbors in the document, which use the same schemas.</summary>
    private static JObject Slice(Random random)
    {
        int start = random.Next(s_operations.Value.Count);
        HashSet<string> operations = [];
        for (int count = random.Next(1, MaxOperations + 1); count > 0; count--)
        {
            int index = random.Next(4) == 0 ? random.Next(s_operations.Value.Count) : (start + count) % s_operations.Value.Count;
            operations.Add(s_operations.Value[index]);
        }

        return ContractSlice.Keep(s_root.Value, operations);
    }
}
