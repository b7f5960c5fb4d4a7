using Newtonsoft.Json;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>The current user and the sites that the credentials give access to. Contains no credentials.</summary>
/// <param name="Address">The base URL of the API.</param>
/// <param name="User">The user whose API key is used.</param>
/// <param name="Sites">The sites that the API key can access.</param>
internal sealed record Identity(Uri Address, Resource User, IReadOnlyList<Resource> Sites) : ICommandResult
{
    public void WriteText(Terminal terminal)
    {
        // Text instead of markup, because an IPv6 address contains brackets.
        Tree tree = new(new Text(TerminalSanitizer.Sanitize(Address.AbsoluteUri))) { Guide = TreeGuide.Line };
        tree.AddNode(ResourceTree.Draw(User));
        foreach (Resource site in Sites)
        {
            tree.AddNode(
                new Text(
                    TerminalSanitizer.Sanitize(
                        $"{site.Type} {(site.HasId ? site.Id : string.Empty)} "
                            + $"{AttributeFormatter.GetText(site.Attributes, "title")}".TrimEnd()
                    )
                )
            );
        }

        terminal.CreateConsole().Write(tree);
    }

    public void WriteJson(TextWriter text) => JsonLine.Write(text, Formatting.Indented, WriteJson);

    private void WriteJson(JsonTextWriter json)
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
}
