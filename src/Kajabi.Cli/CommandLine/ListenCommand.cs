using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Kajabi.Cli.Listening;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>kajabi listen</c>: prints webhook deliveries until it is stopped, which is how it is meant to end.</summary>
internal sealed class ListenCommand
{
    private const string SecretVariable = "KAJABI_WEBHOOK_SECRET";

    private readonly Option<string> _port = new("--port")
    {
        HelpName = "n",
        Description = "The port on 127.0.0.1, to which a tunnel of yours leads; any that is free when left out.",
    };
    private readonly Option<bool> _json = new("--json")
    {
        Description =
            "Print one JSON object a line: event, key, by which a repetition would be known, and delivery, as it came. Nothing else goes to standard output.",
    };
    private readonly Terminal _terminal;

    private ListenCommand(Terminal terminal)
    {
        _terminal = terminal;
    }

    public static Command Create(Terminal terminal)
    {
        ListenCommand listen = new(terminal);
        Command command = new(
            "listen",
            $"Print webhook deliveries until Ctrl+C, and exit with {ExitCode.Cancelled}. Kajabi does not sign them, so a secret stands in the address that is shown: yours, if {SecretVariable} is set."
        )
        {
            listen._port,
            listen._json,
        };
        command.SetAction(listen.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken) =>
        Failure.GuardAsync(
            _terminal,
            async () =>
            {
                int port = Port(result);
                string? own = _terminal.Variable(SecretVariable)?.Trim() is { Length: > 0 } given ? given : null;
                string secret = own ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                EventOutput output = new(_terminal.Out, result.GetValue(_json) ? null : _terminal.Console());
                await using WebhookListener listener = await WebhookListener.StartAsync(port, secret, output, cancellationToken);
                _terminal.Say($"listening on {listener.Address}/?secret={(own is null ? secret : $"${SecretVariable}")}");
                await output.Failure.WaitAsync(cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="UsageException">It is no port.</exception>
    private int Port(ParseResult result) =>
        result.GetValue(_port) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= IPEndPoint.MaxPort ? port
        : throw new UsageException($"--port takes a number up to {IPEndPoint.MaxPort}, and '{text}' is none.");
}
