namespace Kajabi.Contract.Reporting;

/// <summary>The lowest severity of findings that makes a command fail.</summary>
internal enum FailOn
{
    Any,
    Breaking,
    None,
}
