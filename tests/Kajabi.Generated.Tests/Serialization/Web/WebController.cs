using Microsoft.AspNetCore.Mvc;

namespace Kajabi.Tests.Serialization.Web;

/// <summary>A controller of an application that uses SDK types.</summary>
[ApiController]
[Route("web")]
public sealed class WebController : ControllerBase
{
    [HttpGet("contact")]
    public ActionResult<Contact> GetContact() => Ok(CreateContact());

    [HttpPost("attributes")]
    public ContentResult PostAttributes([FromBody] ContactAttributes body) => Content(Describe(body));

    [HttpPost("resource")]
    public ContentResult PostResource([FromBody] Contact body) => Content(Describe(body));

    [HttpPost("document")]
    public ContentResult PostDocument([FromBody] ContactDocument body) => Content(Describe(body));

    internal static Contact CreateContact() =>
        JsonApiSerializer
            .Deserialize<ContactDocument>("""{"data":{"id":"7","type":"contacts","attributes":{"phone_number":"1","custom_17":"blue"}}}""")
            .Data;

    internal static string Describe(ContactAttributes body) =>
        $"phone_number={body.IsModified("phone_number")} custom_17={body.IsModified("custom_17")} name={body.IsModified("name")}";

    internal static string Describe(Contact body) =>
        $"received={body.Attributes.IsPresent("phone_number")} assigned={body.Attributes.IsModified("phone_number")} "
        + $"custom={body.Attributes["custom_17"]}";

    internal static string Describe(ContactDocument body) => $"id={body.Data.Id} name={body.Data.Attributes.Name}";
}
