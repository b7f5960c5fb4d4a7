namespace Kajabi;

/// <summary>The event of a form submission (<c>form_submission</c>).</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class FormSubmissionEvent : WebhookEvent
{
    internal FormSubmissionEvent(WebhookDelivery delivery, string rawJson, FormSubmission submission)
        : base(delivery, delivery.Event, rawJson)
    {
        Submission = submission;
    }

    /// <summary>Gets the submission with the values that were entered.</summary>
    public FormSubmission Submission { get; }

    /// <summary>Gets the form; null if the delivery contains none.</summary>
    public Form? Form => Delivery!.Related<Form>(Submission, "form");
}
