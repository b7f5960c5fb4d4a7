using System.Net;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Error responses, in the format of the API and in others.</summary>
internal static class ErrorFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("errors")
            .Add(
                1,
                "POST contact",
                "422 with three errors, pointers, a detail that is null",
                "all listed, each with its property, in a readable message",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Status(
                            422,
                            """
                            {"errors":[
                              {"status":"422","source":{"pointer":"/data/attributes/phone_number"},"title":"Invalid","detail":null},
                              {"source":{"pointer":"/data/relationships/site"},"detail":"must exist"},
                              {"title":"Third","detail":"x","code":"c3"}]}
                            """,
                            "x-request-id: req-7"
                        )
                    );
                    KajabiApiException exception = await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { PhoneNumber = "x" }, "1"),
                        KajabiErrorKind.Validation,
                        "POST /v1/contacts",
                        "422",
                        "Invalid (/data/attributes/phone_number)",
                        "req-7"
                    );
                    Assert.Equal(["PhoneNumber", "Site", null], exception.Errors.Select(static error => error.PropertyName));
                    Assert.Equal(("req-7", HttpStatusCode.UnprocessableEntity), (exception.RequestId, exception.StatusCode));
                }
            )
            .Add(
                2,
                "POST contact",
                "errors as a string, as an object of lists, as an empty list, as any JSON",
                "one exception for every shape",
                static async scenario =>
                {
                    (string Body, int Errors)[] shapes =
                    [
                        ("""{"errors":"boom"}""", 1),
                        ("""{"errors":{"email":["taken"]}}""", 1),
                        ("""{"errors":{"email":["taken","invalid"],"name":"missing"}}""", 3),
                        ("""{"errors":[]}""", 0),
                        ("""{"errors":null}""", 0),
                        ("""{"errors":5}""", 1),
                        ("""{"errors":[null,5,"x",[],{}]}""", 5),
                        ("""{"errors":[{"source":"x","status":{},"title":[],"detail":{"a":1}}]}""", 1),
                        ("""{"errors":[{"source":{"pointer":5}}]}""", 1),
                        ("""{"error":"no"}""", 1),
                        ("""{"error":"invalid_grant","error_description":"expired"}""", 1),
                        ("""{"error":{"message":"no"}}""", 1),
                        ("""{"message":"no"}""", 1),
                        ("""{"title":"no","status":422}""", 1),
                        ("{}", 0),
                        ("[]", 0),
                        ("null", 0),
                        ("\"boom\"", 0),
                        ("", 0),
                        ("{\"errors\":[{\"tit", 0),
                        (TestDocuments.Html, 0),
                        ("\0\0\0", 0),
                    ];
                    foreach ((string body, int errors) in shapes)
                    {
                        scenario.Server.Respond(Responses.Status(422, body));
                        KajabiApiException exception = await scenario.AssertFailsAsync(
                            () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "x" }, "1"),
                            KajabiErrorKind.Validation
                        );
                        Assert.True(errors == exception.Errors.Count, $"{body} has {exception.Errors.Count} errors.");
                        Assert.Equal(body, exception.BodyExcerpt);
                    }

                    scenario.AssertRequestCount(shapes.Length);
                }
            )
            .Read(
                3,
                "404",
                "not found, not retried",
                Responses.Status(404, """{"errors":[{"status":"404","title":"Not Found"}]}"""),
                static async scenario =>
                {
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.NotFound, "Check the id");
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                4,
                "406 and 415",
                "unexpected response that names the media type",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(406), Responses.Status(415));
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "application/vnd.api+json");
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "application/vnd.api+json");
                    scenario.AssertRequestCount(2);
                }
            )
            .Add(
                5,
                "DELETE contact",
                "422 because of an active subscription",
                "one exception with all details, not retried",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Status(
                            422,
                            """{"errors":[{"status":"422","title":"Unprocessable","detail":"has an active subscription"}]}""",
                            "X-Request-Id: req-8"
                        )
                    );
                    KajabiApiException exception = await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.DeleteContactAsync("1"),
                        KajabiErrorKind.Validation,
                        "active subscription"
                    );
                    Assert.Equal(
                        ("DELETE", "/v1/contacts/{id}", "req-8", 1),
                        (exception.Method, exception.PathTemplate, exception.RequestId, exception.Errors.Count)
                    );
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                null,
                "403",
                "forbidden that names the permission and the plan",
                Responses.Status(403),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Forbidden, "permission for contacts", "plan")
            )
            .Read(
                null,
                "413, 414, 431",
                "validation: the request is too large",
                static async scenario =>
                {
                    foreach (int status in (int[])[413, 414, 431])
                    {
                        scenario.Server.Respond(Responses.Status(status));
                        await scenario.AssertReadFailsAsync(KajabiErrorKind.Validation, "too large");
                    }
                }
            )
            .Read(
                null,
                "status members of errors as numbers, null, objects",
                "the digits, or null",
                Responses.Status(422, """{"errors":[{"status":422},{"status":null},{"status":{}}]}"""),
                static async scenario =>
                    Assert.Equal(
                        ["422", null, null],
                        (await scenario.AssertReadFailsAsync(KajabiErrorKind.Validation)).Errors.Select(static error => error.Status)
                    )
            )
            .Read(
                null,
                "every other status code from 400 to 599",
                "a KajabiApiException with a kind",
                static async scenario =>
                {
                    foreach (int status in Enumerable.Range(400, 200).Where(static status => status is not (401 or 408 or 429 or >= 500)))
                    {
                        scenario.Server.Respond(Responses.Status(status));
                        Assert.Equal(
                            (HttpStatusCode)status,
                            (await scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync())).StatusCode
                        );
                    }
                }
            )
            .Read(
                null,
                "an error response with a truncated body",
                "the status code and the received part of the body",
                Responses.Raw("HTTP/1.1 422 No\r\nContent-Length: 5000\r\n\r\n{\"errors\":[{\"title\":\"Inv"),
                static async scenario =>
                    Assert.Equal(
                        "{\"errors\":[{\"title\":\"Inv",
                        (await scenario.AssertReadFailsAsync(KajabiErrorKind.Validation)).BodyExcerpt
                    )
            )
            .Read(
                null,
                "a request id of 10,000 characters, empty, twice",
                "a short message",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Status(404, "", "X-Request-Id: " + new string('r', 10_000)),
                        Responses.Status(404, "", "X-Request-Id:"),
                        Responses.Status(404, "", "X-Request-Id: a", "X-Request-Id: b")
                    );
                    for (int call = 0; call < 3; call++)
                    {
                        Assert.InRange((await scenario.AssertReadFailsAsync(KajabiErrorKind.NotFound)).Message.Length, 50, 2000);
                    }
                }
            )
            .Add(
                null,
                "DELETE contact",
                "200 with errors, or with HTML",
                "an error",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok("""{"errors":[{"status":"422","title":"No"}]}"""),
                        Responses.Ok(TestDocuments.Html, "Content-Type: text/html")
                    );
                    await scenario.AssertFailsAsync(() => scenario.Client.Contacts.DeleteContactAsync("1"), KajabiErrorKind.Validation);
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.DeleteContactAsync("1"),
                        KajabiErrorKind.UnexpectedResponse,
                        "text/html"
                    );
                }
            );
}
