using Kajabi.Benchmarks.Ratios;
using Newtonsoft.Json;

namespace Kajabi.Benchmarks.Bare;

/// <summary>The baseline A: reads every token of a string with Newtonsoft.Json, without creating objects.</summary>
internal static class BareJsonTextReader
{
    private static readonly object s_done = new();

    public static Contender Create(string json) =>
        new(
            ContenderNames.JsonTextReader,
            () =>
            {
                using JsonTextReader reader = new(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
                while (reader.Read()) { }
                return s_done;
            }
        );
}
