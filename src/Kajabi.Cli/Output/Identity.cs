using Newtonsoft.Json;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>Who uses the API, and what the credentials reach; never the credentials.</summary>
/// <param name="Address">The address of the API.</param>
/// <param name="User">The user whose API key is used.</param>
/// <param name="Sites">The sites that the key may see.</param>
internal sealed record Identity(Uri Address, Resource User, IReadOnlyList<Resource> Sites)
{
    public Tree Draw()
    {
        // A text and no markup: an IPv6 address has brackets.
        Tree tree = new(new Text(TerminalSanitizer.Of(Address.AbsoluteUri))) { Guide = TreeGuide.Line };
        tree.AddNode(ResourceTree.Draw(User));
        foreach (Resource site in Sites)
        {
            tree.AddNode(
                new Text(
                    TerminalSanitizer.Of(
                        $"{site.Type} {(site.HasId ? site.Id : string.Empty)} {AttributeText.Value(site.Attributes, "title")}".TrimEnd()
                    )
                )
            );
        }

        return tree;
    }

    public void WriteJson(TextWriter text)
    {
        using (JsonTextWriter json = new(text) { CloseOutput = false, Formatting = Formatting.Indented })
        {
            json.WriteStartObject();
            json.WritePropertyName("address");
            json.WriteValue(Address.AbsoluteUri);
            json.WritePropertyName("user");
            new ResourceJson(json, User).Write();
            json.WritePropertyName("sites");
            json.WriteStartArray();
            foreach (Resource site in Sites)
            {
                new ResourceJson(json, site).Write();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        text.Write('\n');
        text.Flush();
    }
}
