namespace Kajabi;

/// <summary>Whether Kajabi mails a customer about an offer that is granted.</summary>
public enum WelcomeEmail
{
    /// <summary>No mail is sent.</summary>
    DoNotSend,

    /// <summary>The customer gets the welcome mail of the offer.</summary>
    Send,
}
