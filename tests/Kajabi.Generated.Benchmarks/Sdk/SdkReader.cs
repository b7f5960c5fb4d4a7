using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Sdk;

/// <summary>Reads documents with this SDK.</summary>
internal static class SdkReader
{
    public static Contender FromString<TDocument>(string json, Func<TDocument, string> describe)
        where TDocument : Document =>
        Contender.Create(ContenderNames.SdkString, () => JsonApiSerializer.Deserialize<TDocument>(json), describe);

    public static Contender FromStream<TDocument>(byte[] utf8, Func<TDocument, string> describe)
        where TDocument : Document =>
        Contender.Create(
            ContenderNames.SdkStream,
            () =>
            {
                using MemoryStream stream = new(utf8, writable: false);
                return JsonApiSerializer.Deserialize<TDocument>(stream);
            },
            describe
        );
}
