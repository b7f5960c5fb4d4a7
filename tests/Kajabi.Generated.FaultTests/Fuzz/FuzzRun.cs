using System.Globalization;

namespace Kajabi.Tests.Fuzz;

/// <summary>Runs many cases and reports the first one that fails.</summary>
internal static class FuzzRun
{
    private const uint ProgressEvery = 10_000;

    /// <returns>The number of cases that were read as a document, and as a known event.</returns>
    public static async Task<(int TestDocuments, int Events)> RunAsync(
        uint first,
        uint count,
        IReadOnlyList<byte[]> seeds,
        TextWriter? progress = null
    )
    {
        (int documents, int events) = (0, 0);
        for (uint number = first; number < first + count; number++)
        {
            (byte[] text, Type type) = Fuzzer.CreateCase(number, seeds);
            try
            {
                documents += Fuzzer.ReadDocument(text, type) ? 1 : 0;
                events += await Fuzzer.ReadDeliveryAsync(text) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"Case {number}, read as {type.Name}: {exception.Message}\n"
                        + System.Text.Encoding.UTF8.GetString(text, 0, Math.Min(text.Length, 2000)),
                    exception
                );
            }

            if (progress is not null && (number + 1) % ProgressEvery == 0)
            {
                await progress.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{number + 1 - first} cases, {documents} read as documents, {events} as events"
                    )
                );
            }
        }

        return (documents, events);
    }
}
