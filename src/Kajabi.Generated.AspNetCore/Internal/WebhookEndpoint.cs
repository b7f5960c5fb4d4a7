using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Handles requests of the endpoint: validates the secret, reads the event, calls the handler and records the delivery.</summary>
internal sealed class WebhookEndpoint
{
    private readonly SecretValidator _secrets;
    private readonly AddressRedactor _redactor;
    private readonly DeliveryReader _reader;
    private readonly ProcessedDeliveryStore _processed;
    private readonly PendingDeliveries _pendingDeliveries = new();
    private readonly IHostApplicationLifetime _application;
    private readonly ILogger _logger;

    public WebhookEndpoint(
        IOptions<KajabiWebhookOptions> options,
        SecretValidator secrets,
        AddressRedactor redactor,
        IDistributedCache cache,
        IHostEnvironment environment,
        IHostApplicationLifetime application,
        TimeProvider time,
        ILoggerFactory loggers
    )
    {
        _secrets = secrets;
        _redactor = redactor;
        _application = application;
        _logger = loggers.CreateLogger(WebhookLog.Category);
        _reader = new DeliveryReader(options.Value.MaxRequestBodySize, _logger);
        _processed = new ProcessedDeliveryStore(cache, environment.ApplicationName, options.Value.DeduplicationWindow, time, _logger);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        bool isAuthorized =
            context.Features.Get<SecretStartupFilter.AcceptedSecret>() is not null
            || _secrets.IsValid(context.Request.Query[SecretValidator.Parameter]);
        _redactor.Redact(context, isRouted: true);
        int status = StatusCodes.Status403Forbidden;
        if (isAuthorized)
        {
            status = await RespondAsync(context).ConfigureAwait(false);
        }
        else
        {
            WebhookLog.InvalidSecret(_logger);
        }

        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = status;
        }
        else if (status != StatusCodes.Status200OK)
        {
            // The handler has started a response: abort it instead of reporting success.
            context.Abort();
        }
    }

    private async Task<int> RespondAsync(HttpContext context)
    {
        string method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return StatusCodes.Status200OK;
        }

        if (!HttpMethods.IsPost(method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            return StatusCodes.Status405MethodNotAllowed;
        }

        return await _reader.ReadAsync(context).ConfigureAwait(false) is { } webhookEvent
            ? await ReceiveAsync(context, webhookEvent).ConfigureAwait(false)
            : context.Response.StatusCode;
    }

    private async Task<int> ReceiveAsync(HttpContext context, WebhookEvent webhookEvent)
    {
        int status = StatusCodes.Status500InternalServerError;
        string key = CreateKey(context.Request, webhookEvent);
        async Task<bool> HandleAsync()
        {
            status = await this.HandleAsync(context.RequestServices, key, webhookEvent).ConfigureAwait(false);
            return status == StatusCodes.Status200OK;
        }

        try
        {
            bool isHandled = await _pendingDeliveries.HandleAsync(key, HandleAsync, context.RequestAborted).ConfigureAwait(false);
            return isHandled ? StatusCodes.Status200OK : status;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return StatusCodes.Status499ClientClosedRequest;
        }
    }

    /// <summary>
    /// Calls the handler of the application, unless the delivery was handled before. Only success is recorded, so that a failed
    /// delivery is handled again.
    /// </summary>
    private async Task<int> HandleAsync(IServiceProvider services, string key, WebhookEvent webhookEvent)
    {
        if (await _processed.ContainsAsync(key).ConfigureAwait(false))
        {
            WebhookLog.DuplicateDelivery(_logger, webhookEvent.ToString());
            return StatusCodes.Status200OK;
        }

        CancellationToken stopping = _application.ApplicationStopping;
        try
        {
            stopping.ThrowIfCancellationRequested();
            await services.GetRequiredService<IKajabiWebhookHandler>().HandleAsync(webhookEvent, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            WebhookLog.Stopped(_logger, webhookEvent.ToString());
            return StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            WebhookLog.HandlerFailed(_logger, webhookEvent.ToString(), exception);
            return StatusCodes.Status500InternalServerError;
        }

        await _processed.AddAsync(key).ConfigureAwait(false);
        WebhookLog.DeliveryHandled(_logger, webhookEvent.ToString());
        return StatusCodes.Status200OK;
    }

    /// <summary>
    /// Creates the deduplication key. It includes the path, by which a handler may distinguish accounts, so identical bodies at two
    /// paths are two deliveries.
    /// </summary>
    private static string CreateKey(HttpRequest request, WebhookEvent webhookEvent) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{webhookEvent.DeduplicationKey} {request.PathBase}{request.Path}"))
        );
}
