using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi whoami</c>: shows the current user and the sites that the API key can access.</summary>
internal sealed class WhoAmICommand : CliCommand
{
    private readonly FormatOption _format = new(string.Empty, OutputFormat.Table, OutputFormat.Json);

    public WhoAmICommand(Terminal terminal)
        : base(
            terminal,
            "whoami",
            "Show the current user, the sites that the API key can access, and the base URL of the API.",
            "Print one JSON object.",
            ["kajabi whoami", "kajabi whoami --json"]
        )
    {
        AddParameters([], [_format.Option]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        bool isJson = _format.Read(result, IsJson(result)) == OutputFormat.Json;
        await using Connection connection = await ConnectAsync(cancellationToken);
        UserDocument me = await connection.Client.Me.GetMeAsync(cancellationToken);
        List<Resource> sites = [];
        await foreach (Site site in connection.Client.Sites.ListAllSitesAsync().WithCancellation(cancellationToken))
        {
            sites.Add(site);
        }

        Write(new Identity(connection.Address, me.Data, sites), isJson);
    }
}
