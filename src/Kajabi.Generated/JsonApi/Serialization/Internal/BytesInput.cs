using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>JSON in a stream of UTF-8 bytes.</summary>
/// <param name="bytes">The stream, which stays open.</param>
/// <param name="reopen">Opens the JSON again after a failure; it returns null if that is impossible.</param>
/// <param name="canReopen">Whether that is certainly possible.</param>
internal sealed class BytesInput(Stream bytes, Func<JsonReader?> reopen, bool canReopen = true) : JsonInput
{
    public override bool CanReopen => canReopen;

    public override bool HasByteOrderMark => true;

    public override JsonReader? Reopen() => reopen();

    protected override int Read(Span<byte> buffer) => bytes.Read(buffer);
}
