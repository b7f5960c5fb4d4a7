using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Fuzz;

/// <summary>
/// Reads texts that were changed at random, as documents and as deliveries. Whatever comes, only the SDK's own exceptions
/// do, memory stays in proportion, nothing is read for ever, and what was read is written so that it reads the same.
/// Each case follows from its number alone.
/// </summary>
internal static class Fuzzer
{
    private const ulong Seed = 0x4b616a616269;

    // The most that one byte may cost: "{}," is an object with its members, and errors name their place.
    private const int BytesPerByte = 400;
    private const int BytesAtOnce = 512 * 1024;

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

    /// <summary>The text of a case, and the class that it is read as.</summary>
    public static (byte[] Text, Type Type) CaseOf(uint number, IReadOnlyList<byte[]> seeds) =>
        Gen.Select(
                Gen.Int[0, seeds.Count - 1],
                Mutation.Any.Array[1, 4],
                Gen.Int[0, s_documents.Length - 1],
                (seed, mutations, type) =>
                    (mutations.Aggregate(seeds[seed], static (text, mutation) => mutation.Apply(text)), s_documents[type])
            )
            .Generate(new PCG(number, Seed), null, out _);

    /// <summary>Reads the text of a case as a document, and writes it and reads it again.</summary>
    /// <returns>Whether it could be read.</returns>
    public static bool ReadDocument(byte[] text, Type type)
    {
        using CountedStream stream = new(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        object? read = null;
        try
        {
            using StreamReader reader = new(stream, Encoding.UTF8);
            read = JsonApiSerializer.Deserialize(type, reader);
        }
        catch (KajabiSerializationException)
        {
            // The one answer that is allowed to what cannot be read.
        }

        Bounded(text, before);
        if (read is null)
        {
            return false;
        }

        string written = JsonApiSerializer.Serialize(read);
        using StringReader again = new(written);
        string rewritten = JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize(type, again));
        return JToken.DeepEquals(JsonMutation.Parse(Encoding.UTF8.GetBytes(written)), JsonMutation.Parse(Encoding.UTF8.GetBytes(rewritten)))
            ? true
            : throw new InvalidOperationException($"Written as {written}, and then as {rewritten}.");
    }

    /// <summary>Reads the text of a case as a delivery.</summary>
    /// <returns>Whether it is one of the known events.</returns>
    public static async Task<bool> ReadDeliveryAsync(byte[] text)
    {
        using CountedStream stream = new(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            WebhookEvent received = await WebhookParser.ParseAsync(stream);
            Bounded(text, before);
            return received is not UnknownEvent && received.ToString()!.Length > 0 && received.DeduplicationKey.Length > 0;
        }
        catch (KajabiSerializationException)
        {
            Bounded(text, before);
            return false;
        }
    }

    private static void Bounded(byte[] text, long before)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > BytesAtOnce + ((long)BytesPerByte * text.Length))
        {
            throw new InvalidOperationException($"{text.Length} bytes took {allocated} bytes of memory.");
        }
    }
}
