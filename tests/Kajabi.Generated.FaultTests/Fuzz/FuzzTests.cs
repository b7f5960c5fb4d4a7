using System.Text;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Fuzz;

/// <summary>A short, deterministic fuzz run; the command <c>fuzz</c> of this project runs longer.</summary>
public sealed class FuzzTests
{
    private const int Cases = 4000;

    [Fact]
    public async Task Any_input_is_read_or_throws_an_exception_of_the_SDK()
    {
        (int read, int typed) = await FuzzRun.RunAsync(first: 0, Cases, FuzzSeeds.BuiltIn);

        // The run proves little if nearly all cases are rejected.
        Assert.InRange(read, Cases / 20, Cases);
        Assert.InRange(typed, Cases / 100, Cases);
    }

    [SkippableFact]
    public async Task The_vendors_examples_are_read_or_throw_an_exception_of_the_SDK()
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
    [InlineData("""{"data":{"id":"1","type":"contacts","relationships":{"extra":$}}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","links":$,"meta":$}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts","extra":$}}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts"},"links":$,"jsonapi":$}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts"},"included":[{"id":"2","type":"unknown","attributes":$,"meta":$}]}""")]
    [InlineData("""{"data":{"id":"1","type":"contacts"},"extra":$}""")]
    public void Any_value_at_any_location_is_serialized_unchanged(string template)
    {
        Gen<JToken> values = RandomJson.Any;
        for (uint number = 0; number < 400; number++)
        {
            string json = template.Replace(
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
