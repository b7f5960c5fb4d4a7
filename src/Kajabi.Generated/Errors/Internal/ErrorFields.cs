namespace Kajabi.Errors.Internal;

/// <summary>The members of one error, in JSON:API and in the error formats of web frameworks.</summary>
internal struct ErrorFields
{
    private string? _status;
    private string? _title;
    private string? _error;
    private string? _code;
    private string? _detail;
    private string? _errorDescription;
    private string? _message;
    private string? _description;
    private string? _pointer;
    private string? _parameter;

    /// <summary>Gets the names of the members that are read.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "errors",
        "status",
        "title",
        "error",
        "code",
        "detail",
        "error_description",
        "message",
        "description",
        "source",
        "pointer",
        "parameter",
    ];

    public void Set(string name, string? value)
    {
        switch (name)
        {
            case "status":
                _status = value;
                break;
            case "title":
                _title = value;
                break;
            case "error":
                _error = value;
                break;
            case "code":
                _code = value;
                break;
            case "detail":
                _detail = value;
                break;
            case "error_description":
                _errorDescription = value;
                break;
            case "message":
                _message = value;
                break;
            case "description":
                _description = value;
                break;
            default:
                break;
        }
    }

    public void SetSource(string name, string? value)
    {
        if (name == "pointer")
        {
            _pointer = value;
        }
        else if (name == "parameter")
        {
            _parameter = value;
        }
    }

    public readonly ApiError ToError() => new(_status, Title, Detail, _pointer) { Parameter = _parameter, Code = _code };

    /// <summary>Returns the error that the whole document describes; null if it is not an error.</summary>
    public readonly ApiError? ToErrorIfAny() => Title is null && Detail is null ? null : new ApiError(null, Title, Detail, null);

    private readonly string? Title => First(_title, _error, _code);

    private readonly string? Detail => First(_detail, _errorDescription, _message, _description);

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }
}
