using System.Text;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Fuzz;

/// <summary>A bounded run of the fuzzing, the same each time; <c>fuzz</c> of this project's commands runs longer.</summary>
public sealed class FuzzTests
{
    private const int Cases = 4000;

    [Fact]
    public async Task Whatever_is_read_only_the_SDKs_own_exceptions_come_out()
    {
        (int read, int typed) = await FuzzRun.RunAsync(first: 0, Cases, FuzzSeeds.Own);

        // Were nearly all of them refused at once, the run would show little.
        Assert.InRange(read, Cases / 20, Cases);
        Assert.InRange(typed, Cases / 100, Cases);
    }

    [SkippableFact]
    public async Task The_same_holds_for_the_vendors_documents()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);

        (int read, _) = await FuzzRun.RunAsync(first: Cases, Cases / 4, FuzzSeeds.All);

        Assert.InRange(read, Cases / 100, Cases);
    }

    [Theory]
    [InlineData("""{"data":{"id":"1","type":"contacts","attributes":{"name":$}}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","attributes":{"created_at":$,"subscribed":$}}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","attributes":{"custom_17":$}}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","attributes":$}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","relationships":$}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","relationships":{"customer":$}}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","relationships":{"odd":$}}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","links":$,"meta":$}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","odd":$}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts"},"links":$,"jsonapi":$}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts"},"included":[{"id":"2","type":"odd","attributes":$,"meta":$}]}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts"},"odd":$}""")]
    public void Any_value_in_any_place_is_written_back_as_it_came(string place)
    {
        Gen<JToken> values = RandomJson.Any;
        for (uint number = 0; number < 400; number++)
        {
            string json = place.Replace(
                "$",
                values.Generate(new PCG(number, 7), null, out _).ToString(Formatting.None),
                StringComparison.Ordinal
            );
            JToken expected = JsonMutation.Parse(Encoding.UTF8.GetBytes(json))!;
            string written;
            try
            {
                written = JsonApiSerializer.Serialize(JsonApiSerializer.Deserialize<ContactDocument>(json));
            }
            catch (KajabiSerializationException)
            {
                continue;
            }

            Assert.True(
                JToken.DeepEquals(expected, JsonMutation.Parse(Encoding.UTF8.GetBytes(written))),
                $"Case {number}: {json} was written as {written}."
            );
        }
    }
}
