using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;
using Kajabi.Errors.Internal;
using Kajabi.Http.Content;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi api &lt;method&gt; &lt;path&gt;</c>: sends any request to the API and prints the body of the response.</summary>
internal sealed class ApiCommand : CliCommand
{
    private readonly Argument<string> _method = new("method")
    {
        HelpName = "method",
        Description = "The HTTP method: get, post, patch, put, delete or head.",
    };
    private readonly Argument<string> _path = new("path")
    {
        Description = "The path on the host of the API, such as /v1/contacts. The access token is not sent to another host.",
    };
    private readonly Option<string> _body = new("--body")
    {
        HelpName = "file|-",
        Description = $"The file with the body, of the media type {JsonApiContentSerializer.MediaType}; - reads standard input.",
    };
    private readonly Option<string[]> _query = new("--query")
    {
        HelpName = "name=value",
        Description = "A query parameter, which is escaped: \"page[size]=2\". Can be given multiple times.",
    };

    public ApiCommand(Terminal terminal)
        : base(
            terminal,
            "api",
            "Send a request to any endpoint of the API, with your access token, and print the body of the response as received.",
            jsonDescription: null,
            [
                "kajabi api get /v1/contacts --query \"page[size]=2\" --query \"filter[search]=ines\"",
                "kajabi api patch /v1/contacts/123 --body contact.json",
                "kajabi api delete /v1/contact_notes/5 --verbose",
            ]
        )
    {
        _method.CompletionSources.Add("get", "post", "patch", "put", "delete", "head");
        AddParameters([_method, _path], [_body, _query]);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        HttpMethod method = ReadMethod(result.GetRequiredValue(_method));
        string path = ReadPath(result);
        byte[]? body = result.GetValue(_body) is { } file ? await ReadBodyAsync(file, cancellationToken) : null;
        await using Connection connection =
            method == HttpMethod.Get || method == HttpMethod.Head
                ? await ConnectAsync(cancellationToken)
                : await ConnectForWritingAsync(cancellationToken);
        using HttpRequestMessage request = new(method, new Uri(path, UriKind.RelativeOrAbsolute));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(JsonApiContentSerializer.MediaType);
        }

        await SendAsync(connection.Client, request, cancellationToken);
    }

    private async Task SendAsync(KajabiClient kajabi, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await kajabi.GetResponseAsync(request, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(UsageException.GetProblem(exception));
        }

        using (response)
        {
            BufferedResponseContent content = (BufferedResponseContent)response.Content;
            using (StreamReader text = content.OpenText())
            {
                Write(await text.ReadToEndAsync(cancellationToken));
            }

            if (content.Length == 0)
            {
                int status = (int)content.Response.StatusCode;
                Terminal.WriteMessage(string.Create(CultureInfo.InvariantCulture, $"the response has status {status} and no body."));
            }

            if (await RefitExceptionFactory.FromResponseAsync(response) is { } error)
            {
                throw error;
            }
        }
    }

    /// <summary>Writes the body as received, in a terminal without control characters.</summary>
    private void Write(string body)
    {
        Terminal.Out.Write(Terminal.IsInteractive ? TerminalSanitizer.Sanitize(body) : body);
        if (body.Length > 0 && !body.EndsWith('\n'))
        {
            Terminal.Out.Write('\n');
        }

        Terminal.Out.Flush();
    }

    /// <exception cref="UsageException">The text is no method.</exception>
    private static HttpMethod ReadMethod(string text) =>
        text.Length > 0 && text.All(char.IsAsciiLetter)
            ? new HttpMethod(text.ToUpperInvariant())
            : throw new UsageException($"'{text}' is not an HTTP method. Use get, post, patch, put, delete or head.");

    /// <summary>Returns the path with the query.</summary>
    /// <exception cref="UsageException">A parameter has an invalid format, or the path is empty.</exception>
    private string ReadPath(ParseResult result)
    {
        string path = result.GetRequiredValue(_path).Trim();
        if (path.Length == 0)
        {
            throw new UsageException("The path is empty. Specify a path such as /v1/contacts.");
        }

        string query = string.Join(
            '&',
            KeyValueOption
                .Read(result, _query)
                .Select(static pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
        );
        return query.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    /// <exception cref="UsageException">The file or standard input cannot be read.</exception>
    private async Task<byte[]> ReadBodyAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return file != "-" ? await File.ReadAllBytesAsync(file, cancellationToken)
                : Terminal.RedirectedIn is { } input ? System.Text.Encoding.UTF8.GetBytes(await input.ReadToEndAsync(cancellationToken))
                : throw new UsageException("--body - reads standard input, which is a terminal. Use a pipe or a file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file of --body cannot be read: {exception.Message}");
        }
    }
}
