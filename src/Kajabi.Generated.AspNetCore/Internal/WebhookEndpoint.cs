using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Responds to Kajabi: checks the secret, reads the event, hands it to the application, remembers it.</summary>
internal sealed class WebhookEndpoint
{
    private readonly SecretValidator _secrets;
    private readonly AddressRedactor _redactor;
    private readonly DeliveryReader _reader;
    private readonly ProcessedDeliveryStore _handled;
    private readonly InFlightDeliveries _inHand = new();
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
        _handled = new ProcessedDeliveryStore(cache, environment.ApplicationName, options.Value.DeduplicationWindow, time, _logger);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        bool isKnown =
            context.Features.Get<SecretFilter.AcceptedSecret>() is not null
            || _secrets.Accepts(context.Request.Query[SecretValidator.Parameter]);
        _redactor.Redact(context, isRouted: true);
        int status = StatusCodes.Status403Forbidden;
        if (isKnown)
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
            // A handler began a response of its own: cut it off rather than report success.
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

        return await _reader.ReadAsync(context).ConfigureAwait(false) is { } received
            ? await ReceiveAsync(context, received).ConfigureAwait(false)
            : context.Response.StatusCode;
    }

    private async Task<int> ReceiveAsync(HttpContext context, WebhookEvent received)
    {
        int status = StatusCodes.Status500InternalServerError;
        string key = KeyOf(context.Request, received);
        async Task<bool> HandleAsync()
        {
            status = await this.HandleAsync(context.RequestServices, key, received).ConfigureAwait(false);
            return status == StatusCodes.Status200OK;
        }

        try
        {
            bool isHandled = await _inHand.HandleAsync(key, HandleAsync, context.RequestAborted).ConfigureAwait(false);
            return isHandled ? StatusCodes.Status200OK : status;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return StatusCodes.Status499ClientClosedRequest;
        }
    }

    /// <summary>
    /// Hands an event to the application, unless it was handled before. Only success is remembered, so that a failure is
    /// delivered again.
    /// </summary>
    private async Task<int> HandleAsync(IServiceProvider services, string key, WebhookEvent received)
    {
        if (await _handled.ContainsAsync(key).ConfigureAwait(false))
        {
            WebhookLog.DuplicateDelivery(_logger, received.ToString());
            return StatusCodes.Status200OK;
        }

        CancellationToken stopping = _application.ApplicationStopping;
        try
        {
            stopping.ThrowIfCancellationRequested();
            await services.GetRequiredService<IKajabiWebhookHandler>().HandleAsync(received, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            WebhookLog.Stopped(_logger, received.ToString());
            return StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            WebhookLog.HandlerFailed(_logger, received.ToString(), exception);
            return StatusCodes.Status500InternalServerError;
        }

        await _handled.AddAsync(key).ConfigureAwait(false);
        WebhookLog.DeliveryHandled(_logger, received.ToString());
        return StatusCodes.Status200OK;
    }

    /// <summary>
    /// A handler can see by the path for which account or purpose an address was given to Kajabi, so equal bodies at two
    /// paths are two deliveries.
    /// </summary>
    private static string KeyOf(HttpRequest request, WebhookEvent received) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{received.DeduplicationKey} {request.PathBase}{request.Path}")));
}
