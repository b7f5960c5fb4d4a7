namespace Kajabi.Composer.Model;

/// <summary>What a filter compares an attribute with.</summary>
internal enum FilterValue
{
    /// <summary>A value of the type of the attribute.</summary>
    Attribute,

    /// <summary>A part of its text.</summary>
    Text,

    /// <summary>A list of values of the type of the attribute.</summary>
    List,

    /// <summary>True or false.</summary>
    Boolean,
}
