using Kajabi.Composer.JsonPath.Limits;

namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>Follows all paths of a program at the same time, so that the time is proportional to the length of the text.</summary>
internal sealed class RegexpMatcher(RegexpProgram program, string text, VisitBudget budget)
{
    private readonly int[] _visitedAt = new int[program.Count];
    private readonly Stack<int> _remaining = new();
    private List<int> _active = [];
    private List<int> _next = [];
    private int _step;
    private bool _isAccepted;

    /// <param name="isSearch">Whether a part of the text may match.</param>
    public bool IsMatch(bool isSearch)
    {
        budget.Spend(program.Count);
        _step = 1;
        Follow(0, 0, _active);
        int offset = 0;
        while (offset < text.Length && !(isSearch && _isAccepted))
        {
            bool isPair = offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]);
            int codePoint = isPair ? char.ConvertToUtf32(text[offset], text[offset + 1]) : text[offset];
            offset += isPair ? 2 : 1;
            Advance(codePoint, offset, isSearch);
            if (_active.Count == 0 && !isSearch)
            {
                return _isAccepted && offset == text.Length;
            }
        }

        return _isAccepted;
    }

    private void Advance(int codePoint, int offset, bool isSearch)
    {
        _step++;
        _isAccepted = false;
        _next.Clear();
        foreach (int index in _active)
        {
            if (program[index].Characters!.Contains(codePoint))
            {
                Follow(index + 1, offset, _next);
            }
        }

        if (isSearch)
        {
            Follow(0, offset, _next);
        }

        (_active, _next) = (_next, _active);
    }

    /// <summary>Adds the instructions that match the next character, and those that are reached without one.</summary>
    private void Follow(int start, int offset, List<int> reached)
    {
        _remaining.Push(start);
        while (_remaining.TryPop(out int index))
        {
            budget.Spend();
            if (_visitedAt[index] == _step)
            {
                continue;
            }

            _visitedAt[index] = _step;
            Visit(index, offset, reached);
        }
    }

    private void Visit(int index, int offset, List<int> reached)
    {
        Instruction instruction = program[index];
        switch (instruction.Kind)
        {
            case InstructionKind.Character:
                reached.Add(index);
                break;
            case InstructionKind.Accept:
                _isAccepted = true;
                break;
            case InstructionKind.Start when offset == 0:
            case InstructionKind.End when offset == text.Length:
                _remaining.Push(index + 1);
                break;
            case InstructionKind.Branch:
                _remaining.Push(instruction.Next!.Value);
                if (instruction.Alternative is { } alternative)
                {
                    _remaining.Push(alternative);
                }

                break;
            default:
                break;
        }
    }
}
