using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi whoami</c>: shows the current user and the sites that the API key can access.</summary>
internal sealed class WhoAmICommand : CliCommand
{
    public WhoAmICommand(Terminal terminal)
        : base(
            terminal,
            "whoami",
            "Show the current user, the sites that the API key can access, and the base URL of the API.",
            "Print one JSON object.",
            ["kajabi whoami", "kajabi whoami --json"]
        )
    {
        AddParameters([], []);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        await using Connection connection = await ConnectAsync(cancellationToken);
        UserDocument me = await connection.Client.Me.GetMeAsync(cancellationToken);
        List<Resource> sites = [];
        await foreach (Site site in connection.Client.Sites.ListAllSitesAsync().WithCancellation(cancellationToken))
        {
            sites.Add(site);
        }

        Write(result, new Identity(connection.Address, me.Data, sites));
    }
}
