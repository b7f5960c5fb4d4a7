using System.Text;
using System.Text.Json;

namespace Kajabi.Errors.Internal;

/// <summary>
/// Reads the errors of one JSON document token by token, without building a tree, and stops at a limit. Reads only the texts of
/// errors.
/// </summary>
internal sealed class ApiErrorParser
{
    private const int MaxErrors = 100;

    private readonly List<ApiError> _listed = [];
    private ApiError? _single;
    private ErrorFields _fields;

    /// <summary>Gets the errors of <c>errors</c>, else the error of <c>error</c>, else the document itself if it is an error.</summary>
    public IReadOnlyList<ApiError> Errors =>
        HasErrorsMember ? _listed
        : _single is not null ? [_single]
        : _fields.ToErrorIfAny() is { } own ? [own]
        : [];

    public bool HasMore { get; private set; }

    /// <summary>Gets whether <c>errors</c> is a list or an object that is not empty.</summary>
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
            string name = GetName(ref json);
            json.Read();
            if (name == "errors")
            {
                HasErrorsMember = true;
                ReadErrors(ref json);
            }
            else if (name == "error" && json.TokenType == JsonTokenType.StartObject)
            {
                _single = ReadError(ref json);
            }
            else
            {
                SetOrSkip(ref json, name, ref _fields);
            }
        }
    }

    /// <summary>Marks the document as truncated: only complete errors of a list are reliable.</summary>
    public void MarkTruncated()
    {
        HasMore = _listed.Count > 0;
        (_single, _fields) = (null, default);
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
                Add(GetText(ref json) is { Length: > 0 } text ? new ApiError(null, null, text, null) : null);
                break;
        }
    }

    /// <summary>Rails groups the messages by attribute, or puts them under <c>base</c>.</summary>
    private void ReadMember(ref Utf8JsonReader json)
    {
        string name = GetName(ref json, anyName: true);
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
            string? text = GetText(ref json);
            json.Skip();
            return new ApiError(null, null, text, null);
        }

        ErrorFields fields = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = GetName(ref json);
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
            string name = GetName(ref json);
            json.Read();
            if (name is "pointer" or "parameter")
            {
                fields.SetSource(name, GetText(ref json));
            }

            json.Skip();
        }
    }

    private static void SetOrSkip(ref Utf8JsonReader json, string name, ref ErrorFields fields)
    {
        if (name.Length > 0)
        {
            fields.Set(name, GetText(ref json));
        }

        json.Skip();
    }

    /// <summary>Returns the name of a known member, without allocating a string for any other.</summary>
    private static string GetName(ref Utf8JsonReader json, bool anyName = false)
    {
        if (anyName)
        {
            return GetString(ref json);
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

    /// <summary>Returns a value as text; null for an object, a list and null.</summary>
    private static string? GetText(ref Utf8JsonReader json) =>
        json.TokenType switch
        {
            JsonTokenType.String => GetString(ref json),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(json.ValueSpan),
            _ => null,
        };

    private static string GetString(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: returned as it was sent.
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }
}
