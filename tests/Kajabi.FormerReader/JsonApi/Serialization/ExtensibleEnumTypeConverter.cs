using System.ComponentModel;
using System.Globalization;

namespace Kajabi.JsonApi;

/// <summary>Converts an extensible enum from and to its string for configuration, model binding and dictionary keys.</summary>
/// <typeparam name="TEnum">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)] // Referenced by the attributes of the types.
public sealed class ExtensibleEnumTypeConverter<TEnum> : TypeConverter
    where TEnum : struct, IParsable<TEnum>
{
    /// <inheritdoc />
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc />
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? TEnum.Parse(text, culture) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc />
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is TEnum && destinationType == typeof(string) ? value.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
