namespace Kajabi;

/// <summary>A form was submitted.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class FormSubmissionEvent : WebhookEvent
{
    internal FormSubmissionEvent(WebhookDelivery delivery, string rawJson, FormSubmission submission)
        : base(delivery, delivery.Event, rawJson)
    {
        Submission = submission;
    }

    /// <summary>What was entered.</summary>
    public FormSubmission Submission { get; }

    /// <summary>The form; null when the delivery holds none.</summary>
    public Form? Form => Delivery!.One<Form>(Submission, "form");
}
