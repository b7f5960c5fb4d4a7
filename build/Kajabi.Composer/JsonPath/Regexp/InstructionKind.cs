namespace Kajabi.Composer.JsonPath.Regexp;

internal enum InstructionKind
{
    /// <summary>Matches one character.</summary>
    Character,

    /// <summary>Continues in one or two places.</summary>
    Branch,

    /// <summary>Matches the start of the text.</summary>
    Start,

    /// <summary>Matches the end of the text.</summary>
    End,

    /// <summary>The expression has matched.</summary>
    Accept,
}
