using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Fuzz;

/// <summary>
/// Reads randomly mutated input as documents and as webhook deliveries. Checks that only exceptions of the SDK are thrown,
/// memory is proportional to the input, reading terminates, and a document survives a round trip. Each case is determined by
/// its number.
/// </summary>
internal static class Fuzzer
{
    private const ulong Seed = 0x4b616a616269;

    // Upper bound per byte of input: "{}," becomes an object with its members, and errors name their location.
    private const int MaxBytesPerInputByte = 400;
    private const int BaseAllocation = 512 * 1024;

    private static readonly Type[] s_documents =
    [
        typeof(ContactDocument),
        typeof(ContactCollection),
        typeof(CourseDocument),
        typeof(RelationshipDocument),
        typeof(MixedResourceCollection),
        typeof(WebhookDelivery),
        typeof(Contact),
        typeof(ContactAttributes),
    ];

    /// <summary>Returns the input of a case and the type that it is read as.</summary>
    public static (byte[] Text, Type Type) CreateCase(uint number, IReadOnlyList<byte[]> seeds) =>
        Gen.Select(
                Gen.Int[0, seeds.Count - 1],
                Mutation.Any.Array[1, 4],
                Gen.Int[0, s_documents.Length - 1],
                (seed, mutations, type) =>
                    (mutations.Aggregate(seeds[seed], static (text, mutation) => mutation.Apply(text)), s_documents[type])
            )
            .Generate(new PCG(number, Seed), null, out _);

    /// <summary>Reads the input as a document and checks that it survives a round trip.</summary>
    /// <returns>Whether the input could be read.</returns>
    public static bool ReadDocument(byte[] text, Type type)
    {
        using ReadCountingStream stream = new(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        object? read = null;
        try
        {
            read = JsonApiSerializer.Deserialize(type, () => StreamJson.Open(stream));
        }
        catch (KajabiSerializationException)
        {
            // The only exception that is allowed for invalid input.
        }

        AssertBoundedAllocation(text, before);
        if (read is null)
        {
            return false;
        }

        string written = JsonApiSerializer.Serialize(read);
        object again = JsonApiSerializer.Deserialize(type, () => new TextInput(() => new StringReader(written)));
        string rewritten = JsonApiSerializer.Serialize(again);
        return JToken.DeepEquals(JsonMutation.Parse(Encoding.UTF8.GetBytes(written)), JsonMutation.Parse(Encoding.UTF8.GetBytes(rewritten)))
            ? true
            : throw new InvalidOperationException($"Written as {written}, and then as {rewritten}.");
    }

    /// <summary>Reads the input as a webhook delivery.</summary>
    /// <returns>Whether it is a known event.</returns>
    public static async Task<bool> ReadDeliveryAsync(byte[] text)
    {
        using ReadCountingStream stream = new(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            WebhookEvent received = await WebhookParser.ParseAsync(stream);
            AssertBoundedAllocation(text, before);
            return received is not UnknownEvent && received.ToString()!.Length > 0 && received.DeduplicationKey.Length > 0;
        }
        catch (KajabiSerializationException)
        {
            AssertBoundedAllocation(text, before);
            return false;
        }
    }

    private static void AssertBoundedAllocation(byte[] text, long before)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > BaseAllocation + ((long)MaxBytesPerInputByte * text.Length))
        {
            throw new InvalidOperationException($"{text.Length} bytes of input allocated {allocated} bytes of memory.");
        }
    }
}
