using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;

namespace Kajabi.Contract.Payloads;

/// <summary>Writes suggested actions as an OpenAPI Overlay 1.0 document.</summary>
internal static class OverlayWriter
{
    // An overlay must contain an action.
    private static readonly OverlayAction s_none = new("$", "No action covers a difference of the recorded documents.", new JObject());

    public static string Write(IReadOnlyList<OverlayAction> actions)
    {
        Dictionary<string, object> document = new()
        {
            ["overlay"] = "1.0.0",
            ["info"] = new Dictionary<string, object> { ["title"] = "Actions that cover the recorded documents", ["version"] = "1" },
            ["actions"] = actions.DefaultIfEmpty(s_none).Select(Action).ToList(),
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
