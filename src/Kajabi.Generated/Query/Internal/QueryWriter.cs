using System.Globalization;

namespace Kajabi.Query.Internal;

/// <summary>Collects query parameters as strings; null values are omitted.</summary>
internal sealed class QueryWriter
{
    private readonly List<KeyValuePair<string, string>> _parameters = [];

    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            _parameters.Add(new(name, value));
        }
    }

    public void Add(string name, bool? value) => Add(name, value is { } flag ? (flag ? "true" : "false") : null);

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, decimal? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, DateOnly? value) => Add(name, value?.ToString(Iso8601.DateFormat, CultureInfo.InvariantCulture));

    public void Add(string name, DateTimeOffset? value) => Add(name, value is { } time ? Iso8601.Format(time) : null);

    // For required parameters: the compiler infers no type argument from a conversion to a nullable type.
    public void Add<TEnum>(string name, TEnum value)
        where TEnum : struct, IExtensibleEnum<TEnum> => Add(name, value.Value);

    public void Add<TEnum>(string name, TEnum? value)
        where TEnum : struct, IExtensibleEnum<TEnum> => Add(name, value?.Value);

    /// <summary>Adds a list as one comma-separated parameter; an empty list is omitted.</summary>
    public void Add(string name, IList<string>? values)
    {
        if (values is { Count: > 0 })
        {
            Add(name, string.Join(',', values));
        }
    }

    public void Add<TEnum>(string name, IList<TEnum>? values)
        where TEnum : struct, IExtensibleEnum<TEnum> => Add(name, values?.Select(static value => value.Value).ToList());

    /// <summary>Replaces the includes and all sparse fieldsets by one sparse fieldset.</summary>
    public void ReplaceContent(KeyValuePair<string, string> fieldset)
    {
        _parameters.RemoveAll(static parameter =>
            parameter.Key == "include" || parameter.Key.StartsWith("fields[", StringComparison.Ordinal)
        );
        _parameters.Add(fieldset);
    }

    /// <summary>Adds one parameter for each value of a list.</summary>
    public void AddEach(string name, IList<string>? values)
    {
        foreach (string value in values ?? [])
        {
            Add(name, value);
        }
    }

    public void AddEach<TEnum>(string name, IList<TEnum>? values)
        where TEnum : struct, IExtensibleEnum<TEnum> => AddEach(name, values?.Select(static value => value.Value).ToList());
}
