using OpenApi.Documents.Reading;

namespace Kajabi.Tests.Fuzz;

/// <summary>
/// Reads input of <c>afl-fuzz</c>, which prefers mutations that reach new code. The assemblies must be instrumented; see the task
/// <c>fuzz-coverage</c> of <c>build/dev</c>.
/// </summary>
internal static class CoverageFuzzing
{
    private static readonly Dictionary<string, Func<byte[], Task>> s_readers = new(StringComparer.Ordinal)
    {
        ["json"] = ReadDocuments,
        ["delivery"] = Fuzzer.ReadDeliveryAsync,
        ["yaml"] = ReadYamlAsync,
    };

    /// <summary>Reads until <c>afl-fuzz</c> ends. An exception is a finding.</summary>
    /// <param name="format">The format: <c>json</c>, <c>delivery</c> or <c>yaml</c>.</param>
    public static void Run(string format)
    {
        if (!s_readers.TryGetValue(format, out Func<byte[], Task>? read))
        {
            throw new InvalidOperationException($"'{format}' is not a format. Formats: {string.Join(", ", s_readers.Keys)}.");
        }

        SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
        {
            using MemoryStream input = new();
            stream.CopyTo(input);
            read(input.ToArray()).GetAwaiter().GetResult();
        });
    }

    private static Task ReadDocuments(byte[] text)
    {
        Fuzzer.ReadDocument(text, typeof(ContactDocument));
        Fuzzer.ReadDocument(text, typeof(MixedResourceCollection));
        return Task.CompletedTask;
    }

    private static async Task ReadYamlAsync(byte[] text)
    {
        try
        {
            using MemoryStream stream = new(text);
            await SourceFile.ReadAsync(stream, "fuzz");
        }
        catch (UnreadableFileException)
        {
            // The only exception that is allowed for invalid input.
        }
    }
}
