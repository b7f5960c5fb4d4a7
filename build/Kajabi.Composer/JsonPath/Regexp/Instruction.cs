namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>A step of a compiled expression.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Characters">The characters that match; null for other kinds.</param>
/// <param name="Next">The first continuation of a branch; null for the following step.</param>
/// <param name="Alternative">The second continuation of a branch; null for none.</param>
internal sealed record Instruction(InstructionKind Kind, ICharacterSet? Characters = null, int? Next = null, int? Alternative = null);
