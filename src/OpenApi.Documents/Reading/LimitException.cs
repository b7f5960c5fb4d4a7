using YamlDotNet.Core;

namespace OpenApi.Documents.Reading;

/// <summary>Thrown when a YAML text exceeds one of the <see cref="ReadingLimits"/>.</summary>
internal sealed class LimitException(Mark position, string message) : Exception(message)
{
    /// <summary>Gets the position in the text at which the limit was exceeded.</summary>
    public Mark Position { get; } = position;
}
