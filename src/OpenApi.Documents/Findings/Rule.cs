using System.Reflection;

namespace OpenApi.Documents.Findings;

/// <summary>A rule for OpenAPI documents, overlays, recorded documents or API changes.</summary>
/// <param name="Id">The stable id, shown with each finding.</param>
/// <param name="Category">The category.</param>
/// <param name="Severity">The severity of a violation.</param>
/// <param name="Title">What is found.</param>
/// <param name="Remedy">What to do; empty for API changes.</param>
internal sealed record Rule(string Id, RuleCategory Category, Severity Severity, string Title, string Remedy)
{
    /// <summary>Initializes a rule for an API change, whose severity depends on the direction.</summary>
    /// <param name="id">The stable id; the id of oasdiff if it has one.</param>
    /// <param name="effect">The effect on compatibility.</param>
    /// <param name="direction">One of <see cref="Findings.Direction"/>.</param>
    /// <param name="title">What is found.</param>
    public Rule(string id, CompatibilityEffect effect, string direction, string title)
        : this(id, RuleCategory.Drift, SeverityOf(effect, direction == Findings.Direction.Request), title, string.Empty)
    {
        Direction = direction;
        Effect = effect;
        CallbackSeverity = SeverityOf(effect, direction != Findings.Direction.Request);
    }

    /// <summary>Gets the direction, which is one of <see cref="Findings.Direction"/>.</summary>
    public string Direction { get; } = Findings.Direction.None;

    /// <summary>Gets the effect of an API change on compatibility; null for other rules.</summary>
    public CompatibilityEffect? Effect { get; }

    /// <summary>Gets the severity in callbacks and webhooks, whose requests the API sends and the client receives.</summary>
    public Severity CallbackSeverity { get; } = Severity;

    /// <summary>Gets whether a violation is always an error, because it cannot be repaired.</summary>
    public bool IsFatal { get; init; }

    /// <summary>Gets whether a violation can be expected. It is then a warning even for our own document.</summary>
    public bool MayBeExpected { get; init; }

    /// <summary>Returns the rules that a class declares as static properties.</summary>
    /// <typeparam name="T">The type of the properties.</typeparam>
    public static IEnumerable<T> DeclaredIn<T>(Type type) =>
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
