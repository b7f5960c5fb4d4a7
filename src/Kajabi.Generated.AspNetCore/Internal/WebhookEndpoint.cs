using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Answers Kajabi: checks the secret, reads the event, hands it to the application, remembers it.</summary>
internal sealed class WebhookEndpoint
{
    private readonly KajabiWebhookOptions _options;
    private readonly SecretCheck _secrets;
    private readonly HandledDeliveries _handled;
    private readonly DeliveriesInHand _inHand = new();
    private readonly IHostApplicationLifetime _application;
    private readonly ILogger _logger;

    public WebhookEndpoint(IOptions<KajabiWebhookOptions> options, IDistributedCache cache, IHostEnvironment environment, IHostApplicationLifetime application, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options.Value;
        _secrets = new SecretCheck(_options.Secrets);
        _application = application;
        _logger = loggers.CreateLogger(WebhookLog.Category);
        _handled = new HandledDeliveries(cache, environment.ApplicationName, _options.RememberFor, time, _logger);
    }

    public async Task AnswerAsync(HttpContext context)
    {
        bool isKnown = _secrets.Accepts(context.Request.Query[SecretCheck.Parameter]);

        // What runs or writes logs after this sees the address without its secret.
        context.Request.QueryString = QueryString.Empty;
        if (!isKnown)
        {
            WebhookLog.SecretRefused(_logger);
        }

        context.Response.StatusCode = isKnown
            ? HttpMethods.IsPost(context.Request.Method) ? await ReceiveAsync(context).ConfigureAwait(false) : StatusCodes.Status200OK
            : StatusCodes.Status403Forbidden;
    }

    private async Task<int> ReceiveAsync(HttpContext context)
    {
        if (context.Request.ContentLength > _options.MaxBytes)
        {
            return TooLarge();
        }

        // What is read is counted below; the server's own limit would count the framing of chunks with it.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        KajabiEvent received;
        try
        {
            received = await KajabiWebhook.ReadAsync(context.Request.Body, _options.MaxBytes, context.RequestAborted).ConfigureAwait(false);
        }
        catch (KajabiDocumentException)
        {
            return TooLarge();
        }

        bool isGood = await _inHand.HandleAsync(received.DeduplicationKey, () => HandleAsync(context.RequestServices, received), context.RequestAborted).ConfigureAwait(false);
        return isGood ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
    }

    private int TooLarge()
    {
        WebhookLog.TooLarge(_logger, _options.MaxBytes);
        return StatusCodes.Status413PayloadTooLarge;
    }

    /// <summary>Hands an event to the application, unless it was handled before. Only success is remembered, so that a failure is repeated.</summary>
    private async Task<bool> HandleAsync(IServiceProvider services, KajabiEvent received)
    {
        if (await _handled.ContainsAsync(received.DeduplicationKey).ConfigureAwait(false))
        {
            WebhookLog.Repeated(_logger, received.ToString());
            return true;
        }

        try
        {
            await services.GetRequiredService<IKajabiWebhookHandler>().HandleAsync(received, _application.ApplicationStopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            WebhookLog.HandlerFailed(_logger, received.ToString(), exception);
            return false;
        }

        await _handled.AddAsync(received.DeduplicationKey).ConfigureAwait(false);
        WebhookLog.Handled(_logger, received.ToString());
        return true;
    }
}
