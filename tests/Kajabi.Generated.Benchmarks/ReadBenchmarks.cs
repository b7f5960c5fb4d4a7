using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;

namespace Kajabi.Benchmarks;

/// <summary>
/// Deserializes a list of 100 contacts with their offers, tags and customers. The column `Ratio` is relative to a pass of a
/// <see cref="JsonTextReader"/>: `--filter *ReadBenchmarks*`.
/// </summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private string _json = string.Empty;

    /// <summary>Writes the document.</summary>
    [GlobalSetup]
    public void Write() => _json = LargeDocument.Json(contacts: 100);

    /// <summary>Reads every token without creating objects.</summary>
    [Benchmark(Baseline = true)]
    public int BarePass()
    {
        using JsonTextReader reader = new(new StringReader(_json)) { DateParseHandling = DateParseHandling.None };
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>Deserializes the document, as the client does.</summary>
    [Benchmark]
    public int Document()
    {
        ContactCollection contacts = JsonApiSerializer.Deserialize<ContactCollection>(_json);
        return contacts.Data[^1].Offers.Count;
    }
}
