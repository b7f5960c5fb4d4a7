using System.Diagnostics;
using System.Net;
using System.Text;

namespace Kajabi.Cli.Tests;

/// <summary><c>kajabi listen</c> in a separate process.</summary>
internal sealed class ListenProcess : ServerProcess
{
    private readonly string _startMessage;

    private ListenProcess(Process process, string startMessage)
        : base(process, new Uri(startMessage.Split(' ')[^1]))
    {
        _startMessage = startMessage;
    }

    public static Task<ListenProcess> StartAsync(Dictionary<string, string> environment, params string[] arguments) =>
        StartAsync(
            environment,
            ["listen", .. arguments],
            static process => process.StandardError,
            static (process, line) => new ListenProcess(process, line)
        );

    public async Task<HttpStatusCode> SendAsync(HttpMethod method, string? body, string? secret = null)
    {
        using HttpRequestMessage request = new(method, secret is null ? Address : new Uri(Address, $"/?secret={secret}"));
        request.Headers.UserAgent.ParseAdd("Kajabi-Test/1");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Sends the signal of Ctrl+C, and returns what the process wrote.</summary>
    public async Task<CliResult> StopAsync()
    {
        CliResult result = await SendSignalAsync(ProcessTests.InterruptSignal);
        return result with { Error = $"{_startMessage}\n{result.Error}" };
    }
}
