namespace OpenApi.Drift.Schemas;

/// <summary>The JSON types without null. A number is an integer or has a fraction, so that <c>number</c> includes <c>integer</c>.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    String = 1,
    Integer = 2,
    Fraction = 4,
    Number = Integer | Fraction,
    Boolean = 8,
    Object = 16,
    Array = 32,
    Any = String | Number | Boolean | Object | Array,
}
