using System.Text;
using System.Text.Json;

namespace Kajabi.Errors.Internal;

/// <summary>
/// Reads the errors of one JSON document token by token, without a tree of it, and stops at a limit. Takes no text but what
/// an error says is wrong.
/// </summary>
internal sealed class ApiErrorParser
{
    private const int MaxErrors = 100;

    private readonly List<ApiError> _listed = [];
    private ApiError? _only;
    private ErrorFields _fields;

    /// <summary>The errors of <c>errors</c>; otherwise the one of <c>error</c>; otherwise the one that the document itself is.</summary>
    public IReadOnlyList<ApiError> Errors =>
        HasErrorsMember ? _listed
        : _only is not null ? [_only]
        : _fields.ToErrorIfAny() is { } own ? [own]
        : [];

    public bool HasMore { get; private set; }

    /// <summary>Whether <c>errors</c> is a list or an object that is not empty.</summary>
    public bool HasErrorList { get; private set; }

    private bool HasErrorsMember { get; set; }

    public void ReadDocument(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (!HasMore && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = NameOf(ref json);
            json.Read();
            if (name == "errors")
            {
                HasErrorsMember = true;
                ReadErrors(ref json);
            }
            else if (name == "error" && json.TokenType == JsonTokenType.StartObject)
            {
                _only = ReadError(ref json);
            }
            else
            {
                SetOrSkip(ref json, name, ref _fields);
            }
        }
    }

    /// <summary>The document ended too early, so that only a list of errors says something for certain.</summary>
    public void Break()
    {
        HasMore = _listed.Count > 0;
        (_only, _fields) = (null, default);
    }

    private void ReadErrors(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartArray:
                ReadList(ref json, pointer: null);
                HasErrorList = _listed.Count > 0;
                break;
            case JsonTokenType.StartObject:
                while (!HasMore && json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    HasErrorList = true;
                    ReadMember(ref json);
                }

                break;
            default:
                Add(TextOf(ref json) is { Length: > 0 } text ? new ApiError(null, null, text, null) : null);
                break;
        }
    }

    /// <summary>Rails lists the messages under the attribute that they are about, or under <c>base</c>.</summary>
    private void ReadMember(ref Utf8JsonReader json)
    {
        string name = NameOf(ref json, any: true);
        string pointer = name == "base" ? "/data" : $"/data/attributes/{name}";
        json.Read();
        if (json.TokenType == JsonTokenType.StartArray)
        {
            ReadList(ref json, pointer);
        }
        else
        {
            Add(ReadError(ref json) with { Pointer = pointer });
        }
    }

    private void ReadList(ref Utf8JsonReader json, string? pointer)
    {
        while (!HasMore && json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (_listed.Count == MaxErrors)
            {
                HasMore = true;
                return;
            }

            ApiError error = ReadError(ref json);
            Add(pointer is null ? error : error with { Pointer = pointer });
        }
    }

    private void Add(ApiError? error)
    {
        if (error is not null && _listed.Count == MaxErrors)
        {
            HasMore = true;
        }
        else if (error is not null)
        {
            _listed.Add(error);
        }
    }

    private static ApiError ReadError(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            string? text = TextOf(ref json);
            json.Skip();
            return new ApiError(null, null, text, null);
        }

        ErrorFields fields = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = NameOf(ref json);
            json.Read();
            if (name == "source" && json.TokenType == JsonTokenType.StartObject)
            {
                ReadSource(ref json, ref fields);
            }
            else
            {
                SetOrSkip(ref json, name, ref fields);
            }
        }

        return fields.ToError();
    }

    private static void ReadSource(ref Utf8JsonReader json, ref ErrorFields fields)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = NameOf(ref json);
            json.Read();
            if (name is "pointer" or "parameter")
            {
                fields.SetSource(name, TextOf(ref json));
            }

            json.Skip();
        }
    }

    private static void SetOrSkip(ref Utf8JsonReader json, string name, ref ErrorFields fields)
    {
        if (name.Length > 0)
        {
            fields.Set(name, TextOf(ref json));
        }

        json.Skip();
    }

    /// <summary>The name of a member that matters, without a string of its own for any other.</summary>
    private static string NameOf(ref Utf8JsonReader json, bool any = false)
    {
        if (any)
        {
            return StringOf(ref json);
        }

        foreach (string name in ErrorFields.Names)
        {
            if (json.ValueTextEquals(name))
            {
                return name;
            }
        }

        return string.Empty;
    }

    /// <summary>A value as text; null for an object, a list and null.</summary>
    private static string? TextOf(ref Utf8JsonReader json) =>
        json.TokenType switch
        {
            JsonTokenType.String => StringOf(ref json),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(json.ValueSpan),
            _ => null,
        };

    private static string StringOf(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: shown as it was sent.
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }
}
