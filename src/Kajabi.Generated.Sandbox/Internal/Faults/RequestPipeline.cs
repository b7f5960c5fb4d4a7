using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>Records each request, and applies its fault before or after the router handles it.</summary>
/// <param name="router">Handles the requests.</param>
/// <param name="log">Records the requests.</param>
/// <param name="reader">Reads the requests.</param>
/// <param name="time">The clock of delays.</param>
/// <param name="pages">Changes lists between two pages.</param>
internal sealed class RequestPipeline(SandboxRouter router, RequestLog log, RequestReader reader, TimeProvider time, PageShifter pages)
{
    public async Task InvokeAsync(HttpContext context)
    {
        SandboxRequest request = await reader.ReadAsync(context);
        log.Add(request);
        context.Features.Set(request);
        try
        {
            await InvokeAsync(context, request);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // For example, a clock of the test that throws. Without a response, no log would contain it.
            request.Failure = $"{exception.GetType().Name}: {exception.Message}";
            FaultResponse failure = FaultResponse.Create(
                SandboxResponse.Error(500, "Internal server error", $"The sandbox failed. {request.Failure}"),
                retryAfter: null
            );
            await failure.WriteAsync(context);
        }
    }

    private async Task InvokeAsync(HttpContext context, SandboxRequest request)
    {
        // The client may read the log as soon as it has the headers.
        context.Response.OnStarting(() =>
        {
            if (request.Fault is not { Effect: FaultEffect.Reset })
            {
                request.SetResponse(context.Response.StatusCode);
            }

            return Task.CompletedTask;
        });
        if (request.Fault is null)
        {
            await HandleAsync(context, request);
            return;
        }

        await ApplyAsync(context, request, request.Fault);
    }

    private async Task HandleAsync(HttpContext context, SandboxRequest request)
    {
        // The response is only complete in the log when its headers are sent, so what was ignored is recorded there, too.
        context.Response.OnStarting(() =>
        {
            RecordIgnored(context, request);
            return Task.CompletedTask;
        });
        await router.InvokeAsync(context);
    }

    private async Task ApplyAsync(HttpContext context, SandboxRequest request, SandboxFault fault)
    {
        switch (fault.Effect)
        {
            case FaultEffect.ExpireToken or FaultEffect.RevokeToken when !fault.IsAfterHandling:
                router.InvalidateToken(context.Request, isRevoked: fault.Effect == FaultEffect.RevokeToken);
                await HandleAsync(context, request);
                return;
            case FaultEffect.Delay when !fault.IsAfterHandling:
                await Task.Delay(fault.Duration, time, context.RequestAborted);
                await HandleAsync(context, request);
                return;
        }

        using MemoryStream body = new();
        if (fault.IsAfterHandling)
        {
            await HandleIntoAsync(context, request, body);
        }

        await RespondAsync(context, fault, body.ToArray());
    }

    /// <summary>Handles a request, and keeps its body instead of sending it.</summary>
    private async Task HandleIntoAsync(HttpContext context, SandboxRequest request, MemoryStream body)
    {
        IHttpResponseBodyFeature sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await router.InvokeAsync(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(sent);
        }

        RecordIgnored(context, request);
    }

    private async Task RespondAsync(HttpContext context, SandboxFault fault, byte[] body)
    {
        switch (fault.Effect)
        {
            case FaultEffect.Respond:
                await fault.Response!.WriteAsync(context);
                return;
            case FaultEffect.Reset:
                context.Abort();
                return;
            case FaultEffect.Truncate
                when FaultResponse.HasBody(context.Response.StatusCode) && !HttpMethods.IsHead(context.Request.Method):
                context.Response.ContentLength = Math.Max(body.Length, 2);
                body = body[..(body.Length / 2)];
                await context.Response.StartAsync(context.RequestAborted);
                break;
            case FaultEffect.Delay:
                await Task.Delay(fault.Duration, time, context.RequestAborted);
                break;
            case FaultEffect.ExpireToken or FaultEffect.RevokeToken:
                router.InvalidateToken(context.Request, isRevoked: fault.Effect == FaultEffect.RevokeToken);
                break;
            case FaultEffect.InsertAfterPage or FaultEffect.RemoveAfterPage:
                pages.Shift(context.Features.Get<SandboxResponse>(), isInsertion: fault.Effect == FaultEffect.InsertAfterPage);
                break;
        }

        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private void RecordIgnored(HttpContext context, SandboxRequest request) =>
        request.SetIgnored([
            .. (context.Features.Get<SandboxResponse>()?.Ignored ?? []).Select(sentence =>
                SecretRedactor.RedactText(sentence, router.Secrets)
            ),
        ]);
}
