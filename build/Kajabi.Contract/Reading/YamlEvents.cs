using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kajabi.Contract.Reading;

/// <summary>The events of a YAML text, with what an anchor marks written out wherever an alias names it.</summary>
/// <param name="parser">Gives the events as they are written.</param>
internal sealed class YamlEvents(IParser parser)
{
    /// <summary>Aliases of aliases grow without bound; no contract comes near this many events.</summary>
    private const int MostReplayed = 1_000_000;

    private readonly Dictionary<AnchorName, IReadOnlyList<ParsingEvent>> _anchors = [];
    private readonly List<Recording> _recordings = [];
    private readonly Queue<ParsingEvent> _replay = new();
    private int _replayed;

    public ParsingEvent? Current { get; private set; }

    public bool MoveNext()
    {
        if (_replay.TryDequeue(out ParsingEvent? replayed))
        {
            return Take(replayed);
        }

        if (!parser.MoveNext())
        {
            return false;
        }

        ParsingEvent written = parser.Current!;
        if (written is AnchorAlias alias)
        {
            Replay(alias);
            return MoveNext();
        }

        if (written is NodeEvent { Anchor.IsEmpty: false } marked)
        {
            _recordings.Add(new Recording(marked.Anchor));
        }

        return Take(written);
    }

    private void Replay(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out IReadOnlyList<ParsingEvent>? events))
        {
            throw new YamlException(alias.Start, alias.End, $"The alias `*{alias.Value}` names no anchor that stands before it.");
        }

        _replayed += events.Count;
        if (_replayed > MostReplayed)
        {
            throw new YamlException(alias.Start, alias.End, "The aliases up to here stand for more than a million values. Write them out, or leave them out.");
        }

        foreach (ParsingEvent replayed in events)
        {
            _replay.Enqueue(replayed);
        }
    }

    private bool Take(ParsingEvent current)
    {
        Current = current;
        for (int index = _recordings.Count - 1; index >= 0; index--)
        {
            if (_recordings[index].IsCompleteWith(current))
            {
                _anchors[_recordings[index].Anchor] = _recordings[index].Events;
                _recordings.RemoveAt(index);
            }
        }

        return true;
    }

    private sealed class Recording(AnchorName anchor)
    {
        private readonly List<ParsingEvent> _events = [];
        private int _depth;

        public AnchorName Anchor { get; } = anchor;

        public IReadOnlyList<ParsingEvent> Events => _events;

        public bool IsCompleteWith(ParsingEvent next)
        {
            _events.Add(next);
            _depth += next switch
            {
                MappingStart or SequenceStart => 1,
                MappingEnd or SequenceEnd => -1,
                _ => 0,
            };
            return _depth == 0;
        }
    }
}
