namespace Kajabi.Polyfills;

/// <summary>Members of later versions of .NET, for .NET 8.</summary>
internal static class Net8Extensions
{
    extension(Convert)
    {
        public static string ToHexStringLower(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
    }

    extension(TimeSpan)
    {
        public static TimeSpan FromMilliseconds(long milliseconds, long microseconds)
        {
            Int128 ticks = ((Int128)milliseconds * TimeSpan.TicksPerMillisecond) + ((Int128)microseconds * TimeSpan.TicksPerMicrosecond);
            return ticks >= long.MinValue && ticks <= long.MaxValue
                ? TimeSpan.FromTicks((long)ticks)
                : throw new ArgumentOutOfRangeException(nameof(milliseconds), milliseconds, "A TimeSpan cannot represent the duration.");
        }
    }

    /// <summary>Buffers the content. After a cancellation, the rest is buffered without the caller.</summary>
    public static Task LoadIntoBufferAsync(this HttpContent content, CancellationToken cancellationToken) =>
        content.LoadIntoBufferAsync().WaitAsync(cancellationToken);
}
