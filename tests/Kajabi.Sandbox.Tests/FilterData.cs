using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Kajabi.JsonApi.Documents.Internal;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Tests;

/// <summary>Adds resources whose attributes have random values with many duplicates, so that comparisons find equal ones.</summary>
internal static class FilterData
{
    private const int Copies = 40;

    private static readonly Gen<JsonNode?> s_null = Gen.Const((JsonNode?)null);

    private static readonly Gen<JsonNode?> s_text = Gen.OneOf("EUR", "eur", "Eu", "USD", "glaze & kiln", "100 %", "a+b", "Ünï", "")
        .Select(static text => (JsonNode?)text);

    private static readonly Gen<JsonNode?> s_number = Gen.Int[-2, 4].Select(static number => (JsonNode?)number);

    private static readonly Gen<JsonNode?> s_flag = Gen.Bool.Select(static flag => (JsonNode?)flag);

    private static readonly Gen<JsonNode?> s_list = s_text.List[0, 3].Select(static items => (JsonNode?)new JsonArray([.. items]));

    private static readonly Gen<JsonNode?> s_time = Gen.Select(Gen.Int[0, 5], Gen.OneOf(0, 500), Gen.OneOf(0, -300, 330))
        .Select(
            static (hours, milliseconds, offset) =>
                (JsonNode?)
                    new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)
                        .AddHours(hours)
                        .AddMilliseconds(milliseconds)
                        .ToOffset(TimeSpan.FromMinutes(offset))
                        .ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
        );

    /// <summary>Adds copies of the first resource of a type with other values of the attributes.</summary>
    public static void AddTo(
        SandboxStore store,
        string type,
        IEnumerable<(string Name, JsonApiMemberKind Kind)> attributes,
        Action<SandboxResource, int>? configure = null
    )
    {
        (string Name, JsonApiMemberKind Kind)[] members = [.. attributes];
        PCG random = new(1, 20260301);
        SandboxResource first = store.GetAll(type)[0];
        foreach (int number in Enumerable.Range(0, Copies))
        {
            JsonObject copy = (JsonObject)first.Attributes.DeepClone();
            foreach ((string name, JsonApiMemberKind kind) in members)
            {
                copy[name] = Gen.Frequency((4, GetValues(kind)), (1, s_null)).Generate(random, null, out _);
            }

            SandboxResource added = store.Add(type, $"copy-{number}", copy);
            configure?.Invoke(added, number);
        }
    }

    private static Gen<JsonNode?> GetValues(JsonApiMemberKind kind) =>
        kind switch
        {
            JsonApiMemberKind.DateTime => s_time,
            JsonApiMemberKind.Int64 => s_number,
            JsonApiMemberKind.Boolean => s_flag,
            JsonApiMemberKind.StringList => s_list,
            _ => s_text,
        };
}
