using Newtonsoft.Json;

namespace Kajabi.Benchmarks.Stock;

/// <summary>
/// Reads the revenue of a customer, which is a string or a number. The generated type is an object and rejects both, so it is extended
/// by hand.
/// </summary>
public partial class Net_revenue
{
    /// <summary>Gets or sets the value.</summary>
    [JsonIgnore]
    public string? Text { get; set; }

    internal sealed class Converter : JsonConverter<Net_revenue>
    {
        public override bool CanWrite => false;

        public override Net_revenue ReadJson(
            JsonReader reader,
            Type objectType,
            Net_revenue? existingValue,
            bool hasExistingValue,
            JsonSerializer serializer
        ) => new() { Text = (string?)reader.Value };

        public override void WriteJson(JsonWriter writer, Net_revenue? value, JsonSerializer serializer) =>
            throw new NotSupportedException();
    }
}
