using Kajabi.Sandbox;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Reads a fault by the name of its type.</summary>
internal static class FaultReader
{
    private static readonly Dictionary<string, Func<ControlBody, SandboxFault>> s_faults = new(StringComparer.Ordinal)
    {
        ["unauthorized"] = static _ => SandboxFault.Unauthorized(),
        ["forbidden"] = static _ => SandboxFault.Forbidden(),
        ["not_found"] = static _ => SandboxFault.NotFound(),
        ["unprocessable_entity"] = static body => SandboxFault.UnprocessableEntity(ReadErrors(body)),
        ["too_many_requests"] = static body => SandboxFault.TooManyRequests(body.GetSeconds("retry_after")),
        ["internal_server_error"] = static _ => SandboxFault.InternalServerError(),
        ["bad_gateway"] = static _ => SandboxFault.BadGateway(),
        ["service_unavailable"] = static body => SandboxFault.ServiceUnavailable(body.GetSeconds("retry_after")),
        ["response"] = ReadResponse,
        ["delay"] = static body => SandboxFault.Delay(body.GetDelay("seconds")),
        ["truncated_body"] = static _ => SandboxFault.TruncatedBody(),
        ["connection_reset"] = static _ => SandboxFault.ConnectionReset(),
        ["expired_token"] = static _ => SandboxFault.ExpiredToken(),
        ["revoked_token"] = static _ => SandboxFault.RevokedToken(),
        ["insert_after_page"] = static _ => SandboxFault.InsertAfterPage(),
        ["remove_after_page"] = static _ => SandboxFault.RemoveAfterPage(),
    };

    private static readonly Dictionary<string, Func<ControlBody, SandboxDeliveryFault>> s_deliveryFaults = new(StringComparer.Ordinal)
    {
        ["duplicate"] = static _ => SandboxDeliveryFault.Duplicate(),
        ["delay"] = static body => SandboxDeliveryFault.Delay(body.GetDelay("seconds")),
        ["drop"] = static _ => SandboxDeliveryFault.Drop(),
    };

    /// <exception cref="ControlException">The type is missing or unknown, or a member of it is invalid.</exception>
    public static SandboxFault Read(ControlBody body)
    {
        SandboxFault fault = Find(s_faults, body)(body);
        return body.GetFlag("after_handling") ? fault.AfterHandling() : fault;
    }

    /// <exception cref="ControlException">The type is missing or unknown, or a member of it is invalid.</exception>
    public static SandboxDeliveryFault ReadForDelivery(ControlBody body) => Find(s_deliveryFaults, body)(body);

    private static T Find<T>(Dictionary<string, T> types, ControlBody body)
    {
        string type = body.GetRequiredText("type");
        return types.TryGetValue(type, out T? found)
            ? found
            : throw new ControlException($"The type '{type}' is unknown. {DidYouMean.Suggest(type, [.. types.Keys])}");
    }

    private static SandboxFault ReadResponse(ControlBody body)
    {
        int status = body.GetNumber("status", 200, 599) ?? throw body.Missing("status", "a status code");
        string text = body.GetText("body") ?? string.Empty;
        return body.GetText("content_type") is { } type ? SandboxFault.Respond(status, text, type) : SandboxFault.Respond(status, text);
    }

    private static SandboxError[] ReadErrors(ControlBody body) =>
        [
            .. (body.GetObjects("errors") ?? []).Select(static error =>
            {
                SandboxError read = new(error.GetRequiredText("detail"), error.GetText("pointer"));
                error.RejectOthers();
                return read;
            }),
        ];
}
