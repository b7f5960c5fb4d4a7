namespace Kajabi;

/// <summary>A form was submitted.</summary>
public sealed class FormSubmissionEvent : KajabiEvent
{
    internal FormSubmissionEvent(WebhookDelivery delivery, string rawJson, FormSubmission submission)
        : base(delivery, rawJson)
    {
        Submission = submission;
    }

    /// <summary>What was entered.</summary>
    public FormSubmission Submission { get; }

    /// <summary>The form; null when the delivery holds none.</summary>
    public Form? Form => Submission.Form ?? Delivery!.Payload.OfType<Form>().FirstOrDefault();
}
