namespace Kajabi.Sandbox.Internal.Store;

/// <summary>The kinds of a <see cref="ContactActivity"/>.</summary>
internal static class ActivityKind
{
    public const string Hidden = "hidden";

    public const string Subscribed = "subscribed";
    public const string Unsubscribed = "unsubscribed";
    public const string UnsubscribedManually = "unsubscribed_manually";
    public const string OptedOut = "opted_out";
    public const string Complained = "complained";

    public const string EmailSent = "email_sent";
    public const string EmailDelivered = "email_delivered";
    public const string EmailOpened = "email_opened";
    public const string EmailClicked = "email_clicked";
    public const string EmailBounced = "email_bounced";
    public const string EmailBouncedHard = "email_bounced_hard";
    public const string EmailDropped = "email_dropped";

    public const string EventRegistered = "event_registered";
    public const string AssessmentPassed = "assessment_passed";
    public const string AssessmentFailed = "assessment_failed";

    public const string NewsletterSubscribed = "newsletter_subscribed";
    public const string NewsletterUnsubscribed = "newsletter_unsubscribed";
    public const string SequenceSubscribed = "sequence_subscribed";
    public const string SequenceUnsubscribed = "sequence_unsubscribed";
}
