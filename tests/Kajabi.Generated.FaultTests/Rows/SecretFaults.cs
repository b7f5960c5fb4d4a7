using System.Diagnostics;
using System.Reflection;
using System.Text;
using Kajabi.Tests.Server;
using Kajabi.Tests.Surface;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>
/// Where secrets and personal data might show. Every row of the whole table is looked through for them; these are the
/// ones that make it hardest.
/// </summary>
internal static class SecretFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("secrets")
            .Read(
                1,
                "a server that sends back all it got, under any status, in any form",
                "no credential in log, trace, metric, message or excerpt",
                static async stage =>
                {
                    IKajabiClient client = stage.Client.WithOptions(new() { Headers = { ["X-Gateway-Key"] = Secrets.HeaderValue } });
                    foreach (int status in (int[])[200, 400, 401, 403, 404, 422, 429, 500])
                    {
                        foreach (string media in (string[])["text/html", "text/plain", "application/json"])
                        {
                            stage.Server.Answer(Echo(status, media));
                            await stage.FailsAsync<KajabiApiException>(() => client.Contacts.GetContactAsync("123"));
                        }
                    }
                }
            )
            .Add(
                1,
                "each of the 77 operations",
                "a server that sends back all it got, as success and as refusal",
                "no credential in log, trace, metric, message or excerpt",
                static async stage =>
                {
                    foreach (int status in (int[])[200, 401, 500])
                    {
                        stage.Server.Answer(Echo(status, "application/json"));
                        stage.Server.AnswerToken(Answers.Token());
                        foreach (
                            MethodInfo operation in GeneratedSurface.Operations.Where(static operation =>
                                GeneratedSurface.Key(operation) != "Post /v1/oauth/token"
                            )
                        )
                        {
                            await LookedThroughAsync(stage, () => GeneratedSurface.CallAsync(stage.Client, operation, query: null));
                        }
                    }

                    Assert.InRange(stage.Server.Requests.Count, 3 * 76, int.MaxValue);
                }
            )
            .Add(
                1,
                "POST token",
                "a token endpoint that sends back all it got",
                "no credential in log, trace, metric or message",
                static async stage =>
                {
                    stage.With(static options => options.RefreshToken = Secrets.RefreshToken);
                    foreach (int status in (int[])[200, 400, 401, 500])
                    {
                        stage.Server.AnswerToken(Echo(status, "application/json"));
                        Assert.Null((await stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync())).BodyExcerpt);
                    }
                }
            )
            .Add(
                1,
                "options, client, token",
                "text, JSON of both libraries, what a debugger shows",
                "no credential",
                static stage =>
                {
                    KajabiClientOptions[] all =
                    [
                        new()
                        {
                            ClientId = Secrets.ClientId,
                            ClientSecret = Secrets.ClientSecret,
                            RefreshToken = Secrets.RefreshToken,
                        },
                        new() { AccessToken = Secrets.Token(1) },
                    ];
                    stage.Recorder.Look(
                        "options with user information",
                        new KajabiClientOptions { BaseAddress = new Uri($"https://user:{Secrets.HeaderValue}@localhost") }.ToString()
                    );
                    foreach (object shown in (object[])[.. all, stage.Client, new AccessToken(Secrets.Token(1), TimeSpan.FromHours(1))])
                    {
                        stage.Recorder.Look($"{shown.GetType().Name}.ToString", shown.ToString());
                        stage.Recorder.Look($"the debugger's view of {shown.GetType().Name}", Browsed(shown, depth: 3));
                    }

                    foreach (object written in (object[])[.. all, new AccessToken(Secrets.Token(1))])
                    {
                        stage.Recorder.Look(
                            $"{written.GetType().Name} by System.Text.Json",
                            System.Text.Json.JsonSerializer.Serialize(written, written.GetType())
                        );
                        stage.Recorder.Look(
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
                "addresses in filters and bodies",
                "query values and bodies in no log, trace or message",
                static async stage =>
                {
                    foreach (
                        Reply reply in (Reply[])
                            [
                                Answers.Ok("""{"data":[]}"""),
                                Answers.Status(500),
                                Answers.Ok(Documents.Html),
                                Answers.Ok("{\"data\":" + Secrets.Email),
                                Answers.Reset,
                            ]
                    )
                    {
                        stage.Server.Answer(reply);
                        await LookedThroughAsync(
                            stage,
                            () =>
                                stage.Client.Contacts.ListContactsAsync(
                                    new ListContactsQuery { EmailContains = Secrets.Email, Search = Secrets.Email }
                                )
                        );
                        await LookedThroughAsync(stage, () => stage.Client.Contacts.FindContactByEmailAsync(Secrets.Email, "1"));
                        await LookedThroughAsync(
                            stage,
                            () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Email = Secrets.Email }, "1")
                        );
                    }

                    Assert.True(stage.Recorder.Seen.Lines > 0, "The log was not listened to.");
                }
            );

    private static Reply Echo(int status, string media) =>
        exchange =>
        {
            string all = string.Join("\\n", exchange.Request.Headers) + exchange.Request.Text + Secrets.ClientSecret;
            string text =
                all.Replace("\"", "'", StringComparison.Ordinal)
                + Convert.ToBase64String(Encoding.UTF8.GetBytes(Secrets.ClientSecret))
                + Uri.EscapeDataString(Secrets.ClientSecret);
            string error =
                $$"""{"title":"{{text}}","detail":"{{text}}","status":"{{text}}","code":"{{text}}","source":{"pointer":"{{text}}","parameter":"{{text}}"} }""";
            string body =
                media == "application/json"
                    ? $$"""{"error":"{{text}}","error_description":"{{text}}","errors":[{{error}}] }"""
                    : $"<pre>{text}</pre>";
            return Answers.Bytes(status, Encoding.UTF8.GetBytes(body), $"Content-Type: {media}")(exchange);
        };

    private static async Task LookedThroughAsync(Stage stage, Func<Task> call)
    {
        if (await Record.ExceptionAsync(call) is { } exception)
        {
            stage.Recorder.Look(exception);
        }
    }

    /// <summary>What a debugger shows of an object: its display, and its members that are not hidden, some levels deep.</summary>
    private static string Browsed(object shown, int depth)
    {
        if (depth == 0 || shown is string or Uri or ValueType)
        {
            return shown.ToString() ?? string.Empty;
        }

        IEnumerable<MemberInfo> members = shown
            .GetType()
            .GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(static member => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never);
        IEnumerable<object?> values = members.Select(member =>
            member switch
            {
                PropertyInfo property when property.GetIndexParameters().Length == 0 => Record.Exception(() => property.GetValue(shown))
                    is null
                    ? property.GetValue(shown)
                    : null,
                FieldInfo field => field.GetValue(shown),
                _ => null,
            }
        );
        return $"{shown} {string.Join(' ', values.OfType<object>().Select(value => Browsed(value, depth - 1)))}";
    }
}
