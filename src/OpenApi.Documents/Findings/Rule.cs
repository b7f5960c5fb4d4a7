using System.Reflection;

namespace OpenApi.Documents.Findings;

/// <summary>A rule for OpenAPI documents, overlays, recorded documents or API changes.</summary>
public sealed record Rule
{
    /// <summary>Initializes a rule whose severity does not depend on the direction.</summary>
    internal Rule(string id, RuleCategory category, Severity severity, string title, string remedy)
    {
        Id = id;
        Category = category;
        Severity = severity;
        CallbackSeverity = severity;
        Title = title;
        Remedy = remedy;
    }

    /// <summary>Initializes a rule for an API change, whose severity depends on the direction.</summary>
    internal Rule(string id, CompatibilityEffect effect, Direction direction, string title)
        : this(id, RuleCategory.Drift, SeverityOf(effect, direction == Direction.Request), title, string.Empty)
    {
        Direction = direction;
        Effect = effect;
        CallbackSeverity = SeverityOf(effect, direction != Direction.Request);
    }

    /// <summary>Gets the stable id, such as <c>request-parameter-removed</c>; the id of oasdiff if it has the same rule.</summary>
    public string Id { get; }

    /// <summary>Gets what is found.</summary>
    public string Title { get; }

    /// <summary>Gets the severity.</summary>
    public Severity Severity { get; }

    /// <summary>Gets the severity in callbacks and webhooks, whose requests the API sends and the client receives.</summary>
    public Severity CallbackSeverity { get; }

    /// <summary>Gets the direction of the messages to which the rule applies.</summary>
    public Direction Direction { get; }

    /// <summary>Gets what to do; empty for API changes.</summary>
    public string Remedy { get; }

    /// <summary>Gets why it has its severity; null for the reason of its category.</summary>
    internal string? Reason { get; init; }

    /// <summary>Gets the category.</summary>
    internal RuleCategory Category { get; }

    /// <summary>Gets the effect of an API change on compatibility; null for other rules.</summary>
    internal CompatibilityEffect? Effect { get; }

    /// <summary>Gets whether a violation is always an error, because it cannot be repaired.</summary>
    internal bool IsFatal { get; init; }

    /// <summary>Gets whether a violation can be expected. It is then a warning even for our own document.</summary>
    internal bool MayBeExpected { get; init; }

    /// <summary>Returns the rules that a class declares as static properties.</summary>
    /// <typeparam name="T">The type of the properties.</typeparam>
    internal static IEnumerable<T> DeclaredIn<T>(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(static property => property.PropertyType == typeof(T))
            .Select(static property => (T)property.GetValue(null)!);

    private static Severity SeverityOf(CompatibilityEffect effect, bool isSentByClient) =>
        effect switch
        {
            CompatibilityEffect.Breaking => Severity.Breaking,
            CompatibilityEffect.Narrowing when isSentByClient => Severity.Breaking,
            CompatibilityEffect.Widening when !isSentByClient => Severity.Breaking,
            CompatibilityEffect.Behavioral when isSentByClient => Severity.Warning,
            _ => Severity.Info,
        };
}
