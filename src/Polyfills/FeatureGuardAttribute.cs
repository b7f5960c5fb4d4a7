namespace System.Diagnostics.CodeAnalysis;

/// <summary>Declares the attribute for .NET 8, which does not have it. The trimmer finds it by its name.</summary>
/// <param name="featureType">The attribute of the code that the property guards.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
internal sealed class FeatureGuardAttribute(Type featureType) : Attribute
{
    public Type FeatureType { get; } = featureType;
}
