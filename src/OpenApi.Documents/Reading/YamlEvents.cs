using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenApi.Documents.Reading;

/// <summary>
/// Reads the events of a YAML text and expands aliases. Each event is recorded once, regardless of the number of anchors that contain it,
/// and aliases inside an anchor are expanded only when they are read.
/// </summary>
/// <param name="parser">The parser of the text.</param>
/// <param name="maxEvents">The maximum number of events to read.</param>
internal sealed class YamlEvents(IParser parser, int maxEvents = ReadingLimits.MaxEvents)
{
    private readonly List<ParsingEvent?> _recorded = [];
    private readonly Dictionary<int, Span> _recordedAliases = [];
    private readonly Dictionary<AnchorName, Span> _anchors = [];
    private readonly Stack<(AnchorName Anchor, int Start, int Depth)> _open = new();
    private readonly Stack<Span> _replay = new();
    private int _depth;
    private int _events;
    private int _replayed;

    public ParsingEvent? Current { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            if (_replay.TryPop(out Span span))
            {
                if (Replay(span))
                {
                    return true;
                }
            }
            else if (!parser.MoveNext())
            {
                return false;
            }
            else if (parser.Current is AnchorAlias alias)
            {
                Expand(alias);
            }
            else
            {
                Record(parser.Current!);
                return Accept(parser.Current!);
            }
        }
    }

    private bool Replay(Span span)
    {
        if (span.Start == span.End)
        {
            return false;
        }

        _replay.Push(span with { Start = span.Start + 1 });
        if (_recordedAliases.TryGetValue(span.Start, out Span inner))
        {
            _replay.Push(inner);
            return false;
        }

        _replayed++;
        ParsingEvent replayed = _recorded[span.Start]!;
        return _replayed <= ReadingLimits.MaxAliasEvents
            ? Accept(replayed)
            : throw new LimitException(
                parser.Current!.Start,
                "The aliases up to here expand to more than a million values. Replace some of them with values, or remove them."
            );
    }

    private void Expand(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out Span span))
        {
            throw new YamlException(alias.Start, alias.End, $"The alias `*{alias.Value}` does not refer to an earlier anchor.");
        }

        if (_open.Count > 0)
        {
            _recordedAliases.Add(_recorded.Count, span);
            _recorded.Add(null);
        }

        _replay.Push(span);
    }

    private void Record(ParsingEvent parsed)
    {
        AnchorName anchor = parsed is NodeEvent { Anchor: { IsEmpty: false } defined } ? defined : default;
        if (parsed is MappingStart or SequenceStart)
        {
            if (!anchor.IsEmpty)
            {
                _open.Push((anchor, _recorded.Count, _depth));
            }

            _depth++;
        }

        if (_open.Count > 0 || !anchor.IsEmpty)
        {
            _recorded.Add(parsed);
        }

        if (parsed is Scalar && !anchor.IsEmpty)
        {
            _anchors[anchor] = new Span(_recorded.Count - 1, _recorded.Count);
        }
        else if (parsed is MappingEnd or SequenceEnd)
        {
            _depth--;
            if (_open.TryPeek(out (AnchorName Anchor, int Start, int Depth) open) && open.Depth == _depth)
            {
                _open.Pop();
                _anchors[open.Anchor] = new Span(open.Start, _recorded.Count);
            }
        }
    }

    private bool Accept(ParsingEvent current)
    {
        Current = current;
        return ++_events <= maxEvents
            ? true
            : throw new LimitException(
                parser.Current!.Start,
                $"The file has more than {maxEvents:N0} keys and values up to here. Split it."
            );
    }

    /// <summary>A range of recorded events.</summary>
    /// <param name="Start">The index of the first one.</param>
    /// <param name="End">The index after the last one.</param>
    private readonly record struct Span(int Start, int End);
}
