using System.Globalization;
using System.Text;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>The names and positions in the path of the object that is being read.</summary>
internal sealed class PathStack
{
    private const int InitialSize = 16;

    private (string? Name, int Index)[] _steps = [];
    private int _count;

    /// <summary>Gets the names; null for a position in a list.</summary>
    public IEnumerable<string?> Names => _steps.Take(_count).Select(static step => step.Name);

    /// <summary>
    /// Gets or sets whether the path is recorded. It is needed for contract drift, and for failures in JSON that cannot be read a
    /// second time.
    /// </summary>
    public bool IsRecorded { get; set; } = true;

    public void Enter(string name)
    {
        if (IsRecorded)
        {
            Push((name, 0));
        }
    }

    public void Enter(int index)
    {
        if (IsRecorded)
        {
            Push((null, index));
        }
    }

    public void Leave()
    {
        if (IsRecorded)
        {
            _count--;
        }
    }

    public override string ToString()
    {
        StringBuilder path = new();
        foreach ((string? name, int index) in _steps.AsSpan(0, _count))
        {
            if (name is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else if (path.Length > 0)
            {
                path.Append('.').Append(name);
            }
            else
            {
                path.Append(name);
            }
        }

        return path.ToString();
    }

    private void Push((string? Name, int Index) step)
    {
        if (_count == _steps.Length)
        {
            Array.Resize(ref _steps, Math.Max(InitialSize, _count * 2));
        }

        _steps[_count++] = step;
    }
}
