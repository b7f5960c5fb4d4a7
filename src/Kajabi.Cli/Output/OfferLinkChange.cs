using Newtonsoft.Json;

namespace Kajabi.Cli.Output;

/// <summary>The result of a link of an offer. It contains no link.</summary>
/// <param name="Member">The external id of the member.</param>
/// <param name="Action">The action, such as <c>granted</c>.</param>
internal sealed record OfferLinkChange(string Member, string Action) : ICommandResult
{
    /// <summary>Sends a request and returns its result.</summary>
    /// <exception cref="OfferLinkFailedException">Kajabi rejected the values, or the request failed.</exception>
    /// <exception cref="UsageException">A value of the member cannot be sent.</exception>
    public static async Task<OfferLinkChange> SendAsync(Func<Task<OfferLinkResult>> send, OfferLinkMember member)
    {
        OfferLinkResult result;
        try
        {
            result = await send();
        }
        catch (KajabiApiException exception)
        {
            throw new OfferLinkFailedException(exception);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(UsageException.GetProblem(exception));
        }

        return new OfferLinkChange(
            member.ExternalUserId,
            result.Status switch
            {
                OfferLinkStatus.Granted => "granted",
                OfferLinkStatus.AlreadyGranted => "already_granted",
                OfferLinkStatus.Revoked => "revoked",
                OfferLinkStatus.NotGranted => "not_granted",
                _ => throw new OfferLinkFailedException(result),
            }
        );
    }

    public void WriteText(Terminal terminal) =>
        terminal.Out.WriteLine(
            CommandFilter.Apply(TerminalSanitizer.Sanitize($"member {Member} {Action.Replace('_', ' ')}: the offer of the link"))
        );

    public void WriteJson(TextWriter text) =>
        JsonLine.Write(
            text,
            Formatting.Indented,
            json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("external_user_id");
                json.WriteValue(Member);
                json.WritePropertyName("action");
                json.WriteValue(Action);
                json.WriteEndObject();
            }
        );
}
