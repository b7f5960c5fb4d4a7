using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Kajabi.Cli.Webhooks;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi listen</c>: prints webhook deliveries until it is canceled.</summary>
internal sealed class ListenCommand : CliCommand
{
    private const string SecretVariable = "KAJABI_WEBHOOK_SECRET";

    private readonly Option<string> _port = new("--port")
    {
        HelpName = "n",
        Description = "The port on 127.0.0.1, to which you forward deliveries with a tunnel. Default: any free port.",
    };

    private readonly Option<string> _forwardTo = new("--forward-to")
    {
        HelpName = "url",
        Description =
            "Forward each delivery as it is received, with the same body and headers, to this URL with its own secret. If it does not "
            + "return 2xx, the delivery fails and Kajabi sends it again.",
    };

    public ListenCommand(Terminal terminal)
        : base(
            terminal,
            "listen",
            $"Print webhook deliveries until Ctrl+C, then exit with {ExitCode.Canceled}. Kajabi does not sign deliveries, "
                + $"so the printed URL contains a secret: the value of {SecretVariable}, or a random one.",
            "Print one JSON object per line: event, key (identifies duplicates) and delivery (as received).",
            ["kajabi listen --port 5001", "kajabi listen --forward-to \"http://127.0.0.1:5000/hooks/kajabi?secret=...\""]
        )
    {
        AddParameters([], [_port, _forwardTo]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        int port = ReadPort(result);
        DeliveryTarget? target = result.GetValue(_forwardTo) is { } url ? DeliveryTarget.Parse(_forwardTo.Name, url, RequestLog) : null;
        string? userSecret = Terminal.GetVariable(SecretVariable);
        string secret = userSecret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        EventOutput output = new(Terminal.Out, IsJson(result) ? null : Terminal.CreateConsole());
        await using WebhookListener listener = await WebhookListener.StartAsync(port, secret, output, Terminal, target, cancellationToken);
        Terminal.WriteMessage($"listening on {listener.Address}/?secret={(userSecret is null ? secret : $"${SecretVariable}")}");
        await output.Failure.WaitAsync(cancellationToken);
    }

    /// <exception cref="UsageException">The value is not a port number.</exception>
    private int ReadPort(ParseResult result) =>
        result.GetValue(_port) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= IPEndPoint.MaxPort ? port
        : throw new UsageException($"--port must be a number from 0 to {IPEndPoint.MaxPort}; '{text}' is not.");
}
