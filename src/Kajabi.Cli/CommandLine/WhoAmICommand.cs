using System.CommandLine;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi whoami</c>: whose credentials these are, and what they reach.</summary>
internal sealed class WhoAmICommand
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object. Nothing else goes to standard output." };
    private readonly Terminal _terminal;

    private WhoAmICommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        WhoAmICommand whoAmI = new(terminal);
        Command command = new("whoami", "Show the user whose API key is used, the sites it may see, and the address of the API.")
        {
            whoAmI._json,
        };
        command.SetAction(whoAmI.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                await using Connection connection = await Connection.OpenAsync(_terminal, cancellationToken);
                UserDocument me = await connection.Client.Me.GetMeAsync(cancellationToken);
                List<Resource> sites = [];
                await foreach (Site site in connection.Client.Sites.ListAllSitesAsync().WithCancellation(cancellationToken))
                {
                    sites.Add(site);
                }

                Identity identity = new(connection.Address, me.Data, sites);
                if (result.GetValue(_json))
                {
                    identity.WriteJson(_terminal.Out);
                }
                else
                {
                    _terminal.Console().Write(identity.Draw());
                }
            },
            cancellationToken
        );
}
