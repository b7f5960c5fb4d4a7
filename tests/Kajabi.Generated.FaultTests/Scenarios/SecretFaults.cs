using System.Diagnostics;
using System.Reflection;
using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Surface;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>
/// Leaks of secrets and personal data. Every row of the table is inspected for leaks; these rows provoke them.
/// </summary>
internal static class SecretFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("secrets")
            .Read(
                1,
                "a server that echoes the request, with any status code, in any format",
                "no credential in log, trace, metric, message or excerpt",
                static async scenario =>
                {
                    IKajabiClient client = scenario.Client.WithOptions(new() { Headers = { ["X-Gateway-Key"] = TestSecrets.HeaderValue } });
                    foreach (int status in (int[])[200, 400, 401, 403, 404, 422, 429, 500])
                    {
                        foreach (string media in (string[])["text/html", "text/plain", "application/json"])
                        {
                            scenario.Server.Respond(Echo(status, media));
                            await scenario.AssertFailsAsync<KajabiApiException>(() => client.Contacts.GetContactAsync("123"));
                        }
                    }
                }
            )
            .Add(
                1,
                "each of the 77 operations",
                "a server that echoes the request, as success and as error",
                "no credential in log, trace, metric, message or excerpt",
                static async scenario =>
                {
                    foreach (int status in (int[])[200, 401, 500])
                    {
                        scenario.Server.Respond(Echo(status, "application/json"));
                        scenario.Server.RespondToTokenRequests(Responses.Token());
                        foreach (
                            MethodInfo operation in GeneratedSurface.Operations.Where(static operation =>
                                GeneratedSurface.Key(operation) != "Post /v1/oauth/token"
                            )
                        )
                        {
                            await InspectFailureAsync(scenario, () => GeneratedSurface.CallAsync(scenario.Client, operation, query: null));
                        }
                    }

                    Assert.InRange(scenario.Server.Requests.Count, 3 * 76, int.MaxValue);
                }
            )
            .Add(
                1,
                "POST token",
                "a token endpoint that echoes the request",
                "no credential in log, trace, metric or message",
                static async scenario =>
                {
                    scenario.Configure(static options => options.RefreshToken = TestSecrets.RefreshToken);
                    foreach (int status in (int[])[200, 400, 401, 500])
                    {
                        scenario.Server.RespondToTokenRequests(Echo(status, "application/json"));
                        Assert.Null((await scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync())).BodyExcerpt);
                    }
                }
            )
            .Add(
                1,
                "options, client, token",
                "ToString, JSON of both libraries, the debugger view",
                "no credential",
                static scenario =>
                {
                    KajabiClientOptions[] all =
                    [
                        new()
                        {
                            ClientId = TestSecrets.ClientId,
                            ClientSecret = TestSecrets.ClientSecret,
                            RefreshToken = TestSecrets.RefreshToken,
                        },
                        new() { AccessToken = TestSecrets.Token(1) },
                    ];
                    scenario.LeakDetector.Inspect(
                        "options with user information",
                        new KajabiClientOptions { BaseAddress = new Uri($"https://user:{TestSecrets.HeaderValue}@localhost") }.ToString()
                    );
                    foreach (
                        object target in (object[])[.. all, scenario.Client, new AccessToken(TestSecrets.Token(1), TimeSpan.FromHours(1))]
                    )
                    {
                        scenario.LeakDetector.Inspect($"{target.GetType().Name}.ToString", target.ToString());
                        scenario.LeakDetector.Inspect($"the debugger view of {target.GetType().Name}", DebuggerView(target, depth: 3));
                    }

                    foreach (object written in (object[])[.. all, new AccessToken(TestSecrets.Token(1))])
                    {
                        scenario.LeakDetector.Inspect(
                            $"{written.GetType().Name} by System.Text.Json",
                            System.Text.Json.JsonSerializer.Serialize(written, written.GetType())
                        );
                        scenario.LeakDetector.Inspect(
                            $"{written.GetType().Name} by Newtonsoft.Json",
                            Newtonsoft.Json.JsonConvert.SerializeObject(written)
                        );
                    }

                    return Task.CompletedTask;
                }
            )
            .Add(
                2,
                "GET contacts, POST contact",
                "e-mail addresses in filters and bodies",
                "no query value or body in log, trace or message",
                static async scenario =>
                {
                    foreach (
                        ResponseWriter response in (ResponseWriter[])
                            [
                                Responses.Ok("""{"data":[]}"""),
                                Responses.Status(500),
                                Responses.Ok(TestDocuments.Html),
                                Responses.Ok("{\"data\":" + TestSecrets.Email),
                                Responses.Reset,
                            ]
                    )
                    {
                        scenario.Server.Respond(response);
                        await InspectFailureAsync(
                            scenario,
                            () =>
                                scenario.Client.Contacts.ListContactsAsync(
                                    new ListContactsQuery { EmailContains = TestSecrets.Email, Search = TestSecrets.Email }
                                )
                        );
                        await InspectFailureAsync(scenario, () => scenario.Client.Contacts.FindContactByEmailAsync(TestSecrets.Email, "1"));
                        await InspectFailureAsync(
                            scenario,
                            () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Email = TestSecrets.Email }, "1")
                        );
                    }

                    Assert.True(scenario.LeakDetector.Counts.Lines > 0, "No log entry was inspected.");
                }
            );

    private static ResponseWriter Echo(int status, string media) =>
        exchange =>
        {
            string all = string.Join("\\n", exchange.Request.Headers) + exchange.Request.Text + TestSecrets.ClientSecret;
            string text =
                all.Replace("\"", "'", StringComparison.Ordinal)
                + Convert.ToBase64String(Encoding.UTF8.GetBytes(TestSecrets.ClientSecret))
                + Uri.EscapeDataString(TestSecrets.ClientSecret);
            string error = $$"""
                {"title":"{{text}}","detail":"{{text}}","status":"{{text}}","code":"{{text}}",
                 "source":{"pointer":"{{text}}","parameter":"{{text}}"} }
                """;
            string body =
                media == "application/json"
                    ? $$"""{"error":"{{text}}","error_description":"{{text}}","errors":[{{error}}] }"""
                    : $"<pre>{text}</pre>";
            return Responses.Bytes(status, Encoding.UTF8.GetBytes(body), $"Content-Type: {media}")(exchange);
        };

    private static async Task InspectFailureAsync(FaultScenario scenario, Func<Task> call)
    {
        if (await Record.ExceptionAsync(call) is { } exception)
        {
            scenario.LeakDetector.Inspect(exception);
        }
    }

    /// <summary>Returns the view of a debugger: the display string and the visible members, up to a depth.</summary>
    private static string DebuggerView(object target, int depth)
    {
        if (depth == 0 || target is string or Uri or ValueType)
        {
            return target.ToString() ?? string.Empty;
        }

        IEnumerable<MemberInfo> members = target
            .GetType()
            .GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(static member => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never);
        IEnumerable<object?> values = members.Select(member =>
            member switch
            {
                PropertyInfo property when property.GetIndexParameters().Length == 0 => Record.Exception(() => property.GetValue(target))
                    is null
                    ? property.GetValue(target)
                    : null,
                FieldInfo field => field.GetValue(target),
                _ => null,
            }
        );
        return $"{target} {string.Join(' ', values.OfType<object>().Select(value => DebuggerView(value, depth - 1)))}";
    }
}
