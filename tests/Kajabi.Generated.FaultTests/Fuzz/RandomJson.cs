using CsCheck;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Fuzz;

/// <summary>Generates JSON values, up to some levels deep, including names and values that are special in JSON:API.</summary>
internal static class RandomJson
{
    private static readonly Gen<string> s_names = Gen.Frequency(
        (3, OneOf("id", "type", "data", "links", "meta", "attributes", "self", "next", "name", "$ref", "errors", "")),
        (1, Gen.String.AlphaNumeric)
    );

    private static readonly Gen<JToken> s_scalars = Gen.Frequency(
        (1, Gen.Const<JToken>(JValue.CreateNull())),
        (1, Gen.Bool.Select(static flag => (JToken)flag)),
        (2, Gen.Long.Select(static number => (JToken)number)),
        (1, Gen.Decimal[-1_000_000, 1_000_000].Select(static number => (JToken)number)),
        (2, Gen.String[0, 12].Select(static text => (JToken)text)),
        (
            1,
            OneOf("contacts", "customers", "1", "2024-01-15T10:30:00Z", "2024-01-15", "/Date(0)/", "0.0", "true")
                .Select(static text => (JToken)text)
        )
    );

    public static Gen<JToken> Any { get; } = Deep(3);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<JToken> Deep(int levels)
    {
        if (levels == 0)
        {
            return s_scalars;
        }

        Gen<JToken> inner = Deep(levels - 1);
        return Gen.Frequency(
            (2, s_scalars),
            (2, inner.Array[0, 4].Select(static items => (JToken)new JArray(items))),
            (
                3,
                Gen.Select(s_names, inner)
                    .Array[0, 4]
                    .Select(static members =>
                        (JToken)
                            new JObject(
                                members
                                    .DistinctBy(static member => member.Item1)
                                    .Select(static member => new JProperty(member.Item1, member.Item2))
                            )
                    )
            )
        );
    }
}
