namespace Kajabi;

/// <summary>The overlap of two consecutive enumerations of what is new in a list.</summary>
public static class ChangeOverlap
{
    /// <summary>The default: 5 minutes, because the API can show a new resource in a list about a minute late.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(5);
}
