namespace Kajabi.Tests.Numbers;

/// <summary>A location of a number in a document.</summary>
/// <param name="Name">The name, as in the recorded differences.</param>
/// <param name="TypeName">The type that the document is read as.</param>
/// <param name="Template">The document, with <c>$</c> for the number.</param>
internal sealed record NumberLocation(string Name, string TypeName, string Template)
{
    /// <summary>Gets a location of each kind.</summary>
    public static IReadOnlyList<NumberLocation> All { get; } =
    [
        .. DeclaredNumbers.Find(),
        Contact("declared text", ""","attributes":{"name":$}"""),
        Contact("declared time", ""","attributes":{"created_at":$}"""),
        Contact("declared flag", ""","attributes":{"subscribed":$}"""),
        Contact("additional attribute", ""","attributes":{"custom_17":$}"""),
        Contact("inside an additional attribute", ""","attributes":{"custom_17":{"a":[$]}}"""),
        Contact("attributes", ""","attributes":$"""),
        Contact("additional member of a resource", ""","extra":$"""),
        Contact("links of a resource", ""","links":{"self":$,"customer":$}"""),
        Contact("meta of a resource", ""","meta":{"n":$}"""),
        Contact("relationship", ""","relationships":{"customer":$}"""),
        Contact("undeclared relationship", ""","relationships":{"extra":{"data":null,"n":$}}"""),
        Contact("meta of a relationship", ""","relationships":{"customer":{"meta":{"n":$}}}"""),
        Contact("id of an identifier", ""","relationships":{"customer":{"data":{"type":"customers","id":$}}}"""),
        Contact("member of an identifier", ""","relationships":{"offers":{"data":[{"type":"offers","id":"2","n":$}]}}"""),
        Contact("unknown resource", string.Empty, ""","included":[{"id":"1","type":"things","attributes":{"n":$}}]"""),
        Contact("additional member of a document", string.Empty, ""","extra":{"n":$}"""),
        Contact("jsonapi", string.Empty, ""","jsonapi":{"version":$}"""),
        new("id", nameof(ContactDocument), """{"data":{"type":"contacts","id":$}}"""),
        new("before the type", nameof(ContactDocument), """{"data":{"attributes":{"a":$,"name":$},"id":"1","type":"contacts"}}"""),
        new("meta of a list", nameof(ContactCollection), """{"data":[],"meta":{"total_count":$,"pagination":{"last":$}}}"""),
        new("meta of the version", nameof(VersionDocument), """{"meta":{"version":$}}"""),
        new("delivery", nameof(WebhookDelivery), """{"id":$,"event":"e","payload":[{"id":"1","type":"contacts","meta":{"a":$}}]}"""),
        new("payload", nameof(WebhookDelivery), """{"event":"tag_added","payload":$}"""),
        new("attributes on their own", nameof(ContactAttributes), """{"name":$,"custom_17":$}"""),
        new("token", "JToken", """{"n":$}"""),
    ];

    /// <summary>Returns the document with a number.</summary>
    public string Create(string number) => Template.Replace("$", number, StringComparison.Ordinal);

    private static NumberLocation Contact(string name, string members, string beside = "") =>
        new(name, nameof(ContactDocument), $"{{\"data\":{{\"id\":\"1\",\"type\":\"contacts\"{members}}}{beside}}}");
}
