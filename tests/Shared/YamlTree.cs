using System.Globalization;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kajabi.Tests;

/// <summary>Reads YAML as a JSON tree, independently of the composer's reader, so that each verifies the other.</summary>
internal static class YamlTree
{
    public static JObject Load(string path)
    {
        YamlStream stream = [];
        using StreamReader text = new(path);
        stream.Load(text);
        return (JObject)Convert(stream.Documents[0].RootNode);
    }

    private static JToken Convert(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JObject(
                map.Children.Select(pair => new JProperty(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))
            ),
            YamlSequenceNode list => new JArray(list.Children.Select(Convert)),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
            YamlScalarNode scalar => new JValue(scalar.Value),
            _ => throw new NotSupportedException($"{node.NodeType} at {node.Start}"),
        };

    private static JValue Plain(string text) =>
        text switch
        {
            "true" => new JValue(true),
            "false" => new JValue(false),
            "null" or "~" or "" => JValue.CreateNull(),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => new JValue(number),
            _ => new JValue(text),
        };
}
