using Kajabi.Cli.Output;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace Kajabi.Cli.Webhooks;

/// <summary>Draws an event of a webhook of the admin pages as a tree of its values.</summary>
internal static class AdminEventTree
{
    private static readonly Style s_nameStyle = new(Color.Grey);

    public static Tree Draw(AdminWebhookEvent admin)
    {
        Tree tree = new(new Text(admin.IsTest ? "test delivery of the admin pages" : "webhook of the admin pages"))
        {
            Guide = TreeGuide.Line,
        };
        Add(tree, admin.Data.Where(static member => member.Key is not ("id" or "event")));
        return tree;
    }

    /// <summary>Adds the values, and a node for each object and each item of a list of objects.</summary>
    private static void Add(IHasTreeNodes node, IEnumerable<KeyValuePair<string, JToken>> members)
    {
        foreach ((string name, JToken value) in members)
        {
            if (value is JObject nested)
            {
                AddObject(node, name, nested);
            }
            else if (value is JArray { Count: > 0 } list && list.All(static item => item is JObject))
            {
                foreach (JObject item in list.Cast<JObject>())
                {
                    AddObject(node, name, item);
                }
            }
            else
            {
                string text = value is JValue { Value: string plain } ? plain : value.ToString(Formatting.None);
                node.AddNode(new Paragraph(TerminalSanitizer.Sanitize(name), s_nameStyle).Append($"  {TerminalSanitizer.Sanitize(text)}"));
            }
        }
    }

    private static void AddObject(IHasTreeNodes node, string name, JObject value) =>
        Add(
            node.AddNode(new Text(TerminalSanitizer.Sanitize(name), s_nameStyle)),
            value.Properties().Select(static member => KeyValuePair.Create(member.Name, member.Value))
        );
}
