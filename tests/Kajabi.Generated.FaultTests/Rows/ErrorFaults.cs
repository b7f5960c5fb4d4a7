using System.Net;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Errors that the API tells, in its own shape and in others.</summary>
internal static class ErrorFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("errors")
            .Add(
                1,
                "POST contact",
                "422 with three errors, pointers, a detail that is null",
                "all listed, each with its property, the message readable",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Status(
                            422,
                            """
                            {"errors":[{"status":"422","source":{"pointer":"/data/attributes/phone_number"},"title":"Invalid","detail":null},
                            {"source":{"pointer":"/data/relationships/site"},"detail":"must exist"},{"title":"Third","detail":"said","code":"c3"}]}
                            """,
                            "x-request-id: req-7"
                        )
                    );
                    KajabiApiException exception = await stage.FailsAsync(
                        () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { PhoneNumber = "x" }, "1"),
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
                "errors as a string, as an object of lists, as an empty list, as anything",
                "one exception, whatever the shape",
                static async stage =>
                {
                    (string Body, int Errors)[] shapes =
                    [
                        ("""{"errors":"boom"}""", 1),
                        ("""{"errors":{"email":["taken"]}}""", 1),
                        ("""{"errors":{"email":["taken","odd"],"name":"missing"}}""", 3),
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
                        (Documents.Html, 0),
                        ("\0\0\0", 0),
                    ];
                    foreach ((string body, int errors) in shapes)
                    {
                        stage.Server.Answer(Answers.Status(422, body));
                        KajabiApiException exception = await stage.FailsAsync(
                            () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "x" }, "1"),
                            KajabiErrorKind.Validation
                        );
                        Assert.True(errors == exception.Errors.Count, $"{body} gave {exception.Errors.Count} errors.");
                        Assert.Equal(body, exception.BodyExcerpt);
                    }

                    stage.Sent(shapes.Length);
                }
            )
            .Read(
                3,
                "404",
                "not found, not repeated",
                Answers.Status(404, """{"errors":[{"status":"404","title":"Not Found"}]}"""),
                static async stage =>
                {
                    await stage.ReadFailsAsync(KajabiErrorKind.NotFound, "Check the id");
                    stage.Sent(1);
                }
            )
            .Read(
                4,
                "406 and 415",
                "unexpected answer that names the media type",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(406), Answers.Status(415));
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "application/vnd.api+json");
                    await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "application/vnd.api+json");
                    stage.Sent(2);
                }
            )
            .Add(
                5,
                "DELETE contact",
                "422 because of an active subscription",
                "one exception that says everything, not repeated",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Status(
                            422,
                            """{"errors":[{"status":"422","title":"Unprocessable","detail":"has an active subscription"}]}""",
                            "X-Request-Id: req-8"
                        )
                    );
                    KajabiApiException exception = await stage.FailsAsync(
                        () => stage.Client.Contacts.DeleteContactAsync("1"),
                        KajabiErrorKind.Validation,
                        "active subscription"
                    );
                    Assert.Equal(
                        ("DELETE", "/v1/contacts/{id}", "req-8", 1),
                        (exception.Method, exception.PathTemplate, exception.RequestId, exception.Errors.Count)
                    );
                    stage.Sent(1);
                }
            )
            .Read(
                null,
                "403",
                "forbidden that names the permission and the plan",
                Answers.Status(403),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Forbidden, "permission for contacts", "plan")
            )
            .Read(
                null,
                "413, 414, 431",
                "validation: the call is too large",
                static async stage =>
                {
                    foreach (int status in (int[])[413, 414, 431])
                    {
                        stage.Server.Answer(Answers.Status(status));
                        await stage.ReadFailsAsync(KajabiErrorKind.Validation, "too large");
                    }
                }
            )
            .Read(
                null,
                "statuses of errors as numbers, as null, as objects",
                "their digits, or nothing",
                Answers.Status(422, """{"errors":[{"status":422},{"status":null},{"status":{}}]}"""),
                static async stage =>
                    Assert.Equal(
                        ["422", null, null],
                        (await stage.ReadFailsAsync(KajabiErrorKind.Validation)).Errors.Select(static error => error.Status)
                    )
            )
            .Read(
                null,
                "every other status from 400 to 599",
                "a kind, never another exception",
                static async stage =>
                {
                    foreach (int status in Enumerable.Range(400, 200).Where(static status => status is not (401 or 408 or 429 or >= 500)))
                    {
                        stage.Server.Answer(Answers.Status(status));
                        Assert.Equal(
                            (HttpStatusCode)status,
                            (await stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync())).StatusCode
                        );
                    }
                }
            )
            .Read(
                null,
                "an error cut in the middle of its body",
                "its status, and what there is of the body",
                Answers.Raw("HTTP/1.1 422 No\r\nContent-Length: 5000\r\n\r\n{\"errors\":[{\"title\":\"Inv"),
                static async stage =>
                    Assert.Equal("{\"errors\":[{\"title\":\"Inv", (await stage.ReadFailsAsync(KajabiErrorKind.Validation)).BodyExcerpt)
            )
            .Read(
                null,
                "a request id of 10,000 characters, empty, twice",
                "a short message",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Status(404, "", "X-Request-Id: " + new string('r', 10_000)),
                        Answers.Status(404, "", "X-Request-Id:"),
                        Answers.Status(404, "", "X-Request-Id: a", "X-Request-Id: b")
                    );
                    for (int call = 0; call < 3; call++)
                    {
                        Assert.InRange((await stage.ReadFailsAsync(KajabiErrorKind.NotFound)).Message.Length, 50, 2000);
                    }
                }
            )
            .Add(
                null,
                "DELETE contact",
                "200 with errors, or with a page of HTML",
                "an error all the same",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok("""{"errors":[{"status":"422","title":"No"}]}"""),
                        Answers.Ok(Documents.Html, "Content-Type: text/html")
                    );
                    await stage.FailsAsync(() => stage.Client.Contacts.DeleteContactAsync("1"), KajabiErrorKind.Validation);
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.DeleteContactAsync("1"),
                        KajabiErrorKind.UnexpectedResponse,
                        "text/html"
                    );
                }
            );
}
