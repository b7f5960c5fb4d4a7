using System.Globalization;
using System.Text.RegularExpressions;
using Kajabi.Query.Internal;

namespace Kajabi.Cli.Operations;

/// <summary>Rejects values that a filter cannot have. The API ignores some of them and would return all resources.</summary>
internal static partial class FilterValue
{
    private const int DateLength = 10; // As in 2026-03-01.

    /// <summary>Describes the values of a filter, for a message or a list of filters; null for any text.</summary>
    public static string? Describe(QueryValueKind kind) =>
        kind switch
        {
            QueryValueKind.Boolean => "true or false",
            QueryValueKind.Integer => "a whole number",
            QueryValueKind.Number => "a number",
            QueryValueKind.Date => "a date",
            QueryValueKind.Time => "a date or a time in ISO 8601",
            QueryValueKind.TextList => "a list separated by commas",
            _ => null,
        };

    /// <exception cref="UsageException">The filter cannot have the value.</exception>
    public static void Validate(string filter, string value, QueryValueKind kind)
    {
        if (!IsValid(value, kind))
        {
            throw new UsageException(
                $"--filter {filter} requires {Describe(kind)}; '{value}' is not. Example: --filter {filter}={GetExample(kind)}"
            );
        }
    }

    private static bool IsValid(string value, QueryValueKind kind) =>
        kind switch
        {
            QueryValueKind.Boolean => value is "true" or "false",
            QueryValueKind.Integer => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            QueryValueKind.Number => decimal.TryParse(
                value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            ),
            QueryValueKind.Date => value.Length == DateLength && IsTime(value),
            QueryValueKind.Time => IsTime(value),
            QueryValueKind.TextList => value.Split(',').All(static item => !string.IsNullOrWhiteSpace(item)),
            _ => true,
        };

    /// <summary>Whether the text is an ISO 8601 date, alone or with a time and an offset.</summary>
    private static bool IsTime(string value) =>
        TimePattern().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static string GetExample(QueryValueKind kind) =>
        kind switch
        {
            QueryValueKind.Boolean => "true",
            QueryValueKind.Integer => "30",
            QueryValueKind.Number => "19.99",
            QueryValueKind.Date => "2026-03-01",
            QueryValueKind.Time => "2026-03-01T09:30:00Z",
            _ => "a,b",
        };

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?\z")]
    private static partial Regex TimePattern();
}
