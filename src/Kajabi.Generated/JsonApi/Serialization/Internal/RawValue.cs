using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// A value without a property: received as raw JSON, or a token of the application. The token of received JSON is created when the
/// application reads it, and the application can change it.
/// </summary>
internal sealed class RawValue
{
    private readonly RawJson? _received;
    private JToken? _token;

    public RawValue(RawJson received)
    {
        _received = received;
    }

    public RawValue(JToken token)
    {
        _token = token;
    }

    /// <summary>Gets the token, always the same object, for several threads.</summary>
    public JToken Token => _token ?? Interlocked.CompareExchange(ref _token, _received!.ToToken(), null) ?? _token!;

    /// <summary>Gets whether the application changed the received token in place.</summary>
    public bool IsModified => _received is not null && _token is not null && !AreEqual(_token, _received.ToToken());

    /// <summary>Returns the JSON, with the changes of the application.</summary>
    public RawJson ToJson() => _received is null || IsModified ? RawJson.From(Token) : _received;

    public void WriteTo(JsonOutput json)
    {
        if (_received is null || IsModified)
        {
            json.WriteToken(Token);
        }
        else
        {
            json.WriteRaw(_received);
        }
    }

    private static bool AreEqual(JToken changed, JToken received)
    {
        try
        {
            return JToken.DeepEquals(changed, received);
        }
        catch (OverflowException)
        {
            // A number that no decimal contains is compared with a decimal.
            return false;
        }
    }
}
