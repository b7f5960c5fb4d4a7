namespace Kajabi;

/// <summary>Whether Kajabi sends the welcome email when an offer is granted.</summary>
public enum WelcomeEmail
{
    /// <summary>Send no email.</summary>
    DoNotSend,

    /// <summary>Send the welcome email of the offer to the customer.</summary>
    Send,
}
