using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>
/// The event <c>form_submission.created</c> of a webhook of the admin pages: a form was submitted. It names the form only by its title,
/// and the values by the labels of the fields.
/// </summary>
/// <example>
/// <code>
/// if (webhookEvent is AdminFormSubmissionCreatedEvent submitted)
/// {
///     Console.WriteLine($"{submitted.FormTitle}: {submitted.GetValue("Which day?")}");
/// }
/// </code>
/// </example>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class AdminFormSubmissionCreatedEvent : AdminWebhookEvent
{
    private const string TitleName = "form_title";

    private static readonly string[] s_emailLabels = ["email", "e-mail", "email address", "e-mail address"];

    internal AdminFormSubmissionCreatedEvent(AdminDelivery delivery, string rawJson)
        : base(delivery, rawJson, AdminEventKey.CreateForForm("form_submission.created", delivery, rawJson), isTest: false)
    {
        FormTitle = LenientValue.GetText(delivery.Data.GetValueOrDefault(TitleName));
        Values =
        [
            .. delivery
                .Data.Where(static field => field.Key != TitleName)
                .Select(static field => KeyValuePair.Create(field.Key, GetText(field.Value))),
        ];
    }

    /// <summary>Gets the title of the form; null if not sent.</summary>
    public string? FormTitle { get; }

    /// <summary>
    /// Gets the values by the labels of the fields, as they were typed in the admin pages, in the order of the delivery. A value is null
    /// if the delivery contains null; one that is not a string is its JSON.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Values { get; }

    /// <summary>
    /// Gets the value of the field with the label "Email", "E-mail", "Email address" or "E-mail address", in any case; null if there is
    /// none.
    /// </summary>
    public string? Email => s_emailLabels.Select(GetValue).FirstOrDefault(static value => value is not null);

    /// <summary>Returns the value of the first field with a label, ignoring case and surrounding white space.</summary>
    /// <param name="label">The label of the field.</param>
    /// <returns>The value; null if there is no such field.</returns>
    /// <exception cref="ArgumentNullException">The label is null.</exception>
    public string? GetValue(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return Values.FirstOrDefault(field => field.Key.Trim().Equals(label.Trim(), StringComparison.OrdinalIgnoreCase)).Value;
    }

    private static string? GetText(JToken value) =>
        value.Type == JTokenType.Null ? null : LenientValue.GetText(value) ?? value.ToString(Formatting.None);
}
