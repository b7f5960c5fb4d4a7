namespace Kajabi.Contract.Reporting;

/// <summary>The level at which findings make a command fail.</summary>
internal enum FailOn
{
    Any,
    Breaking,
    None,
}
