using System.Text.Json;
using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Bare;

/// <summary>Reads every token of UTF-8 with System.Text.Json, without creating objects.</summary>
internal static class BareUtf8JsonReader
{
    private static readonly object s_done = new();

    public static Contender Create(byte[] utf8) =>
        new(
            ContenderNames.Utf8JsonReader,
            () =>
            {
                Utf8JsonReader reader = new(utf8);
                while (reader.Read()) { }
                return s_done;
            }
        );
}
