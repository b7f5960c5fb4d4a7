using System.Threading.Channels;

namespace Kajabi.SmokeApp;

/// <summary>The events that the webhook endpoint received.</summary>
internal sealed class ReceivedEvents
{
    private readonly Channel<string> _names = Channel.CreateUnbounded<string>();

    public ChannelReader<string> Names => _names.Reader;

    public Task AddAsync(string? name) => _names.Writer.WriteAsync(name ?? "no name").AsTask();
}
