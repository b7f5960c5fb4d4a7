using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;

namespace Kajabi.Benchmarks;

/// <summary>
/// A list of 100 contacts with their offers, tags and customers, read and linked. The column `Ratio` says how many passes
/// of a bare <see cref="JsonTextReader"/> that takes: `--filter *ReadBenchmarks*`.
/// </summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private string _json = string.Empty;

    /// <summary>Writes the document.</summary>
    [GlobalSetup]
    public void Write() => _json = LargeDocument.Json(contacts: 100);

    /// <summary>Looks at every token and makes nothing of it.</summary>
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

    /// <summary>Makes the graph of it, as the client does.</summary>
    [Benchmark]
    public int Document()
    {
        ContactCollection contacts = JsonApiSerializer.Deserialize<ContactCollection>(_json);
        return contacts.Data[^1].Offers.Count;
    }
}
