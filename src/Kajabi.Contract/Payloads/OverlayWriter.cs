using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;

namespace Kajabi.Contract.Payloads;

/// <summary>Writes suggested actions as an OpenAPI Overlay 1.0 document.</summary>
internal static class OverlayWriter
{
    public static string Write(IReadOnlyList<OverlayAction> actions)
    {
        Dictionary<string, object> document = new()
        {
            ["overlay"] = "1.0.0",
            ["info"] = new Dictionary<string, object> { ["title"] = "Actions that cover the recorded documents", ["version"] = "1" },
            ["actions"] = actions.Select(Action).ToList(),
        };
        return new SerializerBuilder().WithQuotingNecessaryStrings().WithNewLine("\n").Build().Serialize(document);
    }

    private static Dictionary<string, object?> Action(OverlayAction action)
    {
        Dictionary<string, object?> written = new() { ["target"] = action.Target, ["description"] = action.Description };
        if (action.Update is null)
        {
            written["remove"] = true;
        }
        else
        {
            written["update"] = Plain(action.Update);
        }

        return written;
    }

    private static object? Plain(JToken token) =>
        token switch
        {
            JObject members => members.Properties().ToDictionary(static member => member.Name, static member => Plain(member.Value)),
            JArray items => items.Select(Plain).ToList(),
            JValue value => value.Value,
            _ => null,
        };
}
