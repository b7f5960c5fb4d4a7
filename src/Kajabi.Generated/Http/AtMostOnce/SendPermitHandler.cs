namespace Kajabi.Http.AtMostOnce;

/// <summary>
/// Innermost handler of the SDK, outside of the application's handlers: issues the <see cref="SendPermit"/> of each
/// attempt, and removes user names and passwords of addresses from exceptions of the inner handlers.
/// </summary>
/// <param name="telemetry">Logs sends that were prevented.</param>
internal sealed class SendPermitHandler(Telemetry telemetry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using SendPermit permit = SendPermit.Issue(request, telemetry, cancellationToken);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

            // A handler may have sent a clone without the options that error messages need.
            response.RequestMessage = request;
            return response;
        }
        catch (Exception exception) when (UserInfoRedactor.Contains(exception))
        {
            throw UserInfoRedactor.Redact(exception);
        }
    }
}
