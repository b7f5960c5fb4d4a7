using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Sources;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Tests.Sources;

/// <summary>Tests the sources of documents other than files.</summary>
public sealed class DocumentSourceTests : IDisposable
{
    private const string Secret = "s3cret";
    private const string Url = "https://api.example.com/openapi.yaml?token=" + Secret;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-source-").FullName;

    [Fact]
    public void A_document_is_read_from_standard_input()
    {
        DocumentSource source = new() { OpenStandardInput = static () => new MemoryStream("openapi: 3.1.0"u8.ToArray()) };

        SourceFile file = source.Load("-");

        Assert.Equal(("standard input", "3.1.0"), (file.Path, (string?)file.Root["openapi"]));
    }

    [Fact]
    public void A_document_is_read_from_a_URL_whose_query_is_not_shown()
    {
        SourceFile file = Http(HttpStatusCode.OK, "openapi: 3.0.0").Load(Url);

        Assert.Equal(("https://api.example.com/openapi.yaml", "3.0.0"), (file.Path, (string?)file.Root["openapi"]));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "", "text/yaml", "status code 401. Download the file with your credentials")]
    [InlineData(HttpStatusCode.NotFound, "", "text/yaml", "status code 404.")]
    [InlineData(HttpStatusCode.OK, "<html/>", "text/html", "HTML page")]
    [InlineData(HttpStatusCode.OK, "a: [", "text/yaml", "not YAML")]
    public void A_URL_without_a_document_is_an_error(HttpStatusCode status, string body, string mediaType, string problem)
    {
        string message = Failure(Http(status, body, mediaType), Url);

        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.StartsWith("https://api.example.com/openapi.yaml(", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:" + Secret + "@example.com/a.yaml", "user name or password")]
    [InlineData("https://:" + Secret, "not valid")]
    public void A_URL_with_credentials_is_rejected_without_showing_them(string url, string problem) =>
        Assert.Contains(problem, Failure(Http(HttpStatusCode.OK, "a: b"), url), StringComparison.Ordinal);

    [Fact]
    public void A_download_has_a_limit_of_bytes() =>
        Assert.Contains(
            "error KC0025",
            Failure(Http(HttpStatusCode.OK, new string('a', ReadingLimits.MaxBytes + 1)), Url),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_download_has_a_limit_of_time()
    {
        using StubHandler handler = new(static async cancellationToken =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            return new HttpResponseMessage();
        });
        DocumentSource source = new() { CreateHandler = () => handler, Timeout = TimeSpan.FromMilliseconds(1) };

        Assert.Contains("seconds", Failure(source, Url), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_fails_is_an_error_without_the_message_of_the_exception()
    {
        using StubHandler handler = new(static _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, Secret));

        Assert.Contains(
            "(NameResolutionError)",
            Failure(new DocumentSource { CreateHandler = () => handler }, Url),
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public void A_document_is_read_from_a_Git_revision()
    {
        Commit("openapi: 3.0.0");
        Commit("openapi: 3.1.0");
        DocumentSource source = new() { Folder = _folder };

        Assert.Equal("3.0.0", (string?)source.Load("HEAD~1:api.yaml").Root["openapi"]);
        Assert.Equal("3.1.0", (string?)source.Load("HEAD:./api.yaml").Root["openapi"]);
        Assert.Equal("HEAD~1:api.yaml", source.Load("HEAD~1:api.yaml").Path);
    }

    [SkippableTheory]
    [InlineData("HEAD:other.yaml", "no such file")]
    [InlineData("HEAD~7:api.yaml", "no such file")]
    [InlineData("--batch:api.yaml", "hyphen")]
    public void A_Git_revision_without_the_file_is_an_error(string specified, string problem)
    {
        Commit("openapi: 3.0.0");

        Assert.Contains(problem, Failure(new DocumentSource { Folder = _folder }, specified), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_folder_outside_of_a_Git_repository_is_an_error()
    {
        Git("--version");

        Assert.Contains("not in a Git repository", Failure(new DocumentSource { Folder = _folder }, "HEAD:a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAD~1:openapi/openapi.yaml", "openapi/openapi.yaml")]
    [InlineData("openapi/openapi.yaml", "openapi/openapi.yaml")]
    [InlineData("C:\\api\\openapi.yaml", "C:\\api\\openapi.yaml")]
    [InlineData("https://example.com/openapi.yaml", "")]
    [InlineData("-", "")]
    public void Other_files_are_searched_beside_the_local_path(string specified, string path) =>
        Assert.Equal(path, DocumentSource.LocalPath(specified));

    public void Dispose()
    {
        // Git creates read-only files.
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string Failure(DocumentSource source, string specified)
    {
        string message = Assert.Throws<UnreadableFileException>(() => source.Load(specified)).Message;
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
        return message;
    }

    private static DocumentSource Http(HttpStatusCode status, string body, string mediaType = "text/yaml") =>
        new()
        {
            CreateHandler = () =>
                new StubHandler(_ =>
                {
                    ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
                    content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
                    return Task.FromResult(new HttpResponseMessage(status) { Content = content });
                }),
        };

    private void Commit(string text)
    {
        if (!Directory.Exists(Path.Combine(_folder, ".git")))
        {
            Git("init", "--quiet");
        }

        File.WriteAllText(Path.Combine(_folder, "api.yaml"), text);
        Git("add", "api.yaml");
        Git("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "change");
    }

    private void Git(params string[] arguments)
    {
        using Process? git = TryStart(arguments);
        Skip.If(git is null, "Git is not installed.");
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private Process? TryStart(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private sealed class StubHandler(Func<CancellationToken, Task<HttpResponseMessage>> send) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            send(cancellationToken);
    }
}
