using System.CommandLine;
using Kajabi.Cli.Webhooks;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi trigger</c>: sends a sample delivery to a webhook endpoint.</summary>
internal sealed class TriggerCommand : CliCommand
{
    private readonly Argument<string> _event = new("event")
    {
        HelpName = "event",
        Description =
            $"The event: {string.Join(", ", AdminWebhookSample.EventNames)} of webhooks of the admin pages, or "
            + $"{string.Join(", ", KajabiSandbox.WebhookEventNames)} of webhooks that are created through the API.",
    };

    private readonly Option<string> _to = new("--to")
    {
        HelpName = "url",
        Required = true,
        Description = "The URL of the endpoint, with its secret. Messages show it without the query.",
    };

    private readonly Option<string> _variant = new("--variant")
    {
        HelpName = "name",
        Description =
            "nested: purchase.created in its other format. bundled: payment.succeeded for two offers in one charge. "
            + "test: purchase.created of the test button of the admin pages.",
    };

    private readonly Option<string> _transactionId = new("--transaction-id")
    {
        HelpName = "id",
        Description = "The id of the payment or order of an event of the admin pages, to send the same sale again. Default: a new one.",
    };

    public TriggerCommand(Terminal terminal)
        : base(
            terminal,
            "trigger",
            "Send a sample delivery of an event to a webhook endpoint, with the data of the sandbox. Uses no account.",
            "Print one JSON object: event, variant, url (without its query), status (the status code) and delivery (as sent).",
            [
                "kajabi trigger tag_added --to \"http://127.0.0.1:5000/hooks/kajabi?secret=...\"",
                "kajabi trigger payment.succeeded --variant bundled --to \"http://127.0.0.1:5000/hooks/kajabi?secret=...\"",
            ]
        )
    {
        _event.CompletionSources.Add([.. AdminWebhookSample.EventNames, .. KajabiSandbox.WebhookEventNames]);
        AddParameters([_event], [_to, _variant, _transactionId]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        DeliveryTarget target = DeliveryTarget.Parse(_to.Name, result.GetValue(_to)!, RequestLog);
        string eventName = result.GetValue(_event)!;
        string? variant = result.GetValue(_variant);
        string delivery = await CreateAsync(eventName, variant, result.GetValue(_transactionId), cancellationToken);
        int status = await target.PostAsync(delivery, cancellationToken);
        Write(result, new TriggerResult(eventName, variant, target.DisplayUrl, status, delivery));
        if (status is < 200 or >= 300)
        {
            throw new UnusableResponseException(
                $"{target.DisplayUrl} returned {status}, so Kajabi would deliver the event again."
                    + (status == 403 ? " Is the secret in the URL the one of the endpoint?" : string.Empty)
            );
        }
    }

    /// <exception cref="UsageException">The event is unknown, or has no such variant or id.</exception>
    private static async Task<string> CreateAsync(
        string eventName,
        string? variant,
        string? transactionId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!KajabiSandbox.WebhookEventNames.Contains(eventName))
            {
                return AdminWebhookSample.Create(eventName, ParseVariant(variant), transactionId);
            }

            if (variant is not null || transactionId is not null)
            {
                throw new UsageException($"--variant and --transaction-id belong to events of the admin pages; {eventName} is none.");
            }

            await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(cancellationToken: cancellationToken);
            return sandbox.CreateWebhookSample(eventName);
        }
        catch (ArgumentException exception)
        {
            string message = exception.ParamName is null ? exception.Message : exception.Message.Split(" (Parameter '")[0];
            throw new UsageException($"{message} See 'kajabi trigger --help'.");
        }
    }

    private static AdminWebhookVariant ParseVariant(string? variant) =>
        variant switch
        {
            null => AdminWebhookVariant.Default,
            "nested" => AdminWebhookVariant.Nested,
            "bundled" => AdminWebhookVariant.Bundled,
            "test" => AdminWebhookVariant.Test,
            _ => throw new UsageException($"--variant must be nested, bundled or test; '{variant}' is not."),
        };
}
