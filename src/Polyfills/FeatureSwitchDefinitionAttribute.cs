namespace System.Diagnostics.CodeAnalysis;

/// <summary>Declares the attribute for .NET 8, which does not have it. The trimmer finds it by its name.</summary>
/// <param name="switchName">The name of the switch that determines the value of the property.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
internal sealed class FeatureSwitchDefinitionAttribute(string switchName) : Attribute
{
    public string SwitchName { get; } = switchName;
}
