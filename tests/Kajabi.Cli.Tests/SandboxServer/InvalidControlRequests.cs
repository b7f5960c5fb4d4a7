namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Invalid requests to the control API, each with the message that it is rejected with.</summary>
internal static class InvalidControlRequests
{
    private const string NotJson = "The body must be a JSON object, and it is not valid JSON:";
    private const string NotATime = "The member 'now' must be a time such as 2026-01-31T12:00:00Z;";
    private const string Invalid = "The body is invalid:";

    public static TheoryData<string, string, string?, string> All =>
        new()
        {
            {
                "POST",
                "/faults",
                """{ "type": "to_many_requests" }""",
                "The type 'to_many_requests' is unknown. Did you mean too_many_requests?"
            },
            { "POST", "/faults", """{ "type": "delay" }""", "The member 'seconds' is missing." },
            {
                "POST",
                "/faults",
                """{ "type": "delay", "seconds": "3" }""",
                """The member 'seconds' must be a number of seconds from 0 to 31536000000; "3" is not."""
            },
            { "POST", "/faults", """{ "type": "delay", "seconds": 0 }""", "The member 'seconds' must be a number of seconds above 0." },
            { "POST", "/faults", """{ "type": "response" }""", "The member 'status' is missing, a status code." },
            {
                "POST",
                "/faults",
                """{ "type": "response", "status": 99 }""",
                "The member 'status' must be a whole number from 200 to 599; 99 is not."
            },
            {
                "POST",
                "/faults",
                """{ "type": "forbidden", "time": 3 }""",
                "The member 'time' is unknown here. The members are: after_handling, method, path, times, type. Did you mean times?"
            },
            {
                "POST",
                "/faults",
                """{ "type": "forbidden", "times": 0 }""",
                "The member 'times' must be a whole number from 1 to 2147483647; 0 is not."
            },
            {
                "POST",
                "/faults",
                """{ "type": "forbidden", "times": 1.5 }""",
                "The member 'times' must be a whole number from 1 to 2147483647; 1.5 is not."
            },
            {
                "POST",
                "/faults",
                """{ "type": "forbidden", "method": "GET it" }""",
                "The member 'method' must be a method such as GET; 'GET it' is not."
            },
            {
                "POST",
                "/faults",
                """{ "type": "forbidden", "path": "v1" }""",
                "'v1' is not a path: it starts with a slash and has no query, such as /v1/contacts/*."
            },
            {
                "POST",
                "/faults",
                """{ "type": "forbidden", "after_handling": 1 }""",
                "The member 'after_handling' must be true or false; 1 is not."
            },
            {
                "POST",
                "/faults",
                """{ "type": "unprocessable_entity", "errors": [1] }""",
                "The member 'errors' must be a list of objects; [1] is not."
            },
            { "POST", "/faults", """{ "type": 1 }""", "The member 'type' must be a string; 1 is not." },
            { "POST", "/faults", "{}", "The member 'type' is missing." },
            { "POST", "/faults", "[]", "The body must be a JSON object." },
            { "POST", "/faults", "{", $"{NotJson} line 1, byte 2: The text ends before the JSON does." },
            {
                "POST",
                "/faults",
                "{\n \"type\": \"forbidden\",\n}",
                $"{NotJson} line 3, byte 1: A comma is before the end of an object or an array."
            },
            { "POST", "/faults", """{"type": [1,]}""", $"{NotJson} line 1, byte 13: A comma is before the end of an object or an array." },
            { "POST", "/faults", "{'type': 1}", NotJson + " line 1, byte 2: ''' is an invalid start of a property name. Expected a '\"'." },
            { "POST", "/faults", """{ "type": "forbidden", "type": "forbidden" }""", $"{Invalid} the member type occurs twice." },
            { "POST", "/faults", """{ "type": "delay", "second": 3 }""", "The member 'second' is unknown here. Did you mean seconds?" },
            {
                "POST",
                "/faults",
                """{ "type": "forbidden", "method": "FETCH" }""",
                "'FETCH' is no HTTP method that a request of the API has. Did you mean PATCH?"
            },
            { "POST", "/faults", string.Empty, "The body is empty. It must be a JSON object." },
            { "POST", "/faults", """{ "type": "forbidden", "path": "/\ud800" }""", $"{Invalid} path is not Unicode" },
            { "POST", "/faults", """{ "\udc00": 1 }""", $"{Invalid} the name of a member of the object is not Unicode" },
            { "POST", "/faults", """{ "type": "response", "body": "a\ud800b", "status": 200 }""", $"{Invalid} body is not Unicode" },
            { "POST", "/delivery-faults", """{ "type": "lose" }""", "The type 'lose' is unknown. Known names: delay, drop, duplicate." },
            {
                "PUT",
                "/clock",
                "{}",
                "The body needs the member 'now' (a time such as 2026-01-31T12:00:00Z) or 'stopped' (true or false)."
            },
            { "PUT", "/clock", """{ "now": "soon" }""", $"{NotATime} 'soon' is not." },
            { "PUT", "/clock", """{ "now": "12:00" }""", $"{NotATime} '12:00' is not." },
            { "PUT", "/clock", """{ "now": "01/02/2026" }""", $"{NotATime} '01/02/2026' is not." },
            { "PUT", "/clock", """{ "now": "2026-02-30" }""", $"{NotATime} '2026-02-30' is not." },
            { "PUT", "/clock", """{ "now": "2026-01-31 " }""", $"{NotATime} '2026-01-31 ' is not." },
            {
                "POST",
                "/clock/advance",
                """{ "seconds": -1 }""",
                "The member 'seconds' must be a number of seconds from 0 to 31536000000; -1 is not."
            },
            { "POST", "/clock/advance", "{}", "The member 'seconds' is missing." },
            { "POST", "/clock/advance", """{ "second": 60 }""", "The member 'second' is unknown here. Did you mean seconds?" },
            {
                "POST",
                "/clock/advance",
                """{ "seconds": 31536000001 }""",
                "The member 'seconds' must be a number of seconds from 0 to 31536000000; 31536000001 is not."
            },
            { "PUT", "/forbidden-types", "{}", "The member 'types' is missing, a list of resource types." },
            { "PUT", "/forbidden-types", """{ "types": [1] }""", "The member 'types' must be a list of strings; [1] is not." },
            { "PUT", "/forbidden-types", """{ "types": ["tags"] }""", "The API has no resource type 'tags'. Did you mean contact_tags?" },
            { "POST", "/checkout", """{ "contact_id": "123" }""", "The member 'offer_ids' is missing, a list of ids." },
            { "POST", "/checkout", """{ "contact_id": "0", "offer_ids": ["456"] }""", "The contact 0 does not exist." },
            { "POST", "/checkout", """{ "contact_id": "123", "offer_ids": [["\ud800"]] }""", $"{Invalid} offer_ids[0][0] is not Unicode" },
            {
                "POST",
                "/admin-webhooks",
                """{ "event": "sale", "target_url": "http://127.0.0.1" }""",
                "'sale' is none of the events purchase.created, payment.succeeded, order.created, form_submission.created."
            },
            { "GET", "/deliveries?wait=yes", null, "The parameter wait must be true or false; 'yes' is neither." },
            { "GET", "/deliveries?timeout=601", null, "The parameter timeout must be a number from 0 to 600; '601' is not." },
            { "GET", "/requests?limt=5", null, "The parameter 'limt' is unknown here. The parameters are: limit." },
            { "GET", "/requests?limit=all", null, "The parameter limit must be a number from 0; 'all' is not." },
            { "GET", "/offer-links/0", null, "The offer 0 does not exist." },
        };
}
