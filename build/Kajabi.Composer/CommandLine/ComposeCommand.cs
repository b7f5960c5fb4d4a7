using System.CommandLine;
using Kajabi.Composer.Overlay;
using Kajabi.Composer.Pipeline;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.CommandLine;

/// <summary><c>compose</c>: combines the OpenAPI document and its overlay into the input of the generator.</summary>
internal static class ComposeCommand
{
    public static Command Create()
    {
        Argument<string> contract = new("contract") { Description = "The OpenAPI document." };
        Option<string?> overlay = OverlayOption.Create();
        Option<string> output = new("--output") { Description = "The file to write the composed document to.", Required = true };
        Option<bool> lenient = new("--lenient")
        {
            Description = "Repair defects and report them as warnings, for documents of other versions.",
        };
        Command command = new("compose", "Combine an OpenAPI document and its overlay into one normalized document.")
        {
            contract,
            overlay,
            output,
            lenient,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(contract)!,
                OverlayOption.Path(parsed.GetValue(overlay), parsed.GetValue(contract)!),
                parsed.GetValue(output)!,
                parsed.GetValue(lenient),
                Console.Error
            )
        );
        return command;
    }

    internal static int Run(string contractPath, string? overlayPath, string outputPath, bool isLenient, TextWriter errors)
    {
        try
        {
            SourceFile contract = SourceFile.Load(contractPath);
            FindingCollector findings = new(contract.Path, isLenient);
            if (overlayPath is not null)
            {
                new OverlayApplier(SourceFile.Load(overlayPath), findings) { SummarizesUnmatched = isLenient }.ApplyTo(contract.Root);
            }

            // Without the overlay, the document has defects that the overlay repairs.
            JObject? composed = findings.Fatal.Count > 0 ? null : ContractComposer.Compose(contract.Root, findings);
            foreach (Finding finding in findings.All)
            {
                errors.WriteLine(finding);
            }

            if (composed is null || findings.HasErrors)
            {
                return composed is null && findings.Fatal.Count == 0 ? ExitCode.Unreadable : ExitCode.Findings;
            }

            Write(composed, outputPath);
            return ExitCode.Clean;
        }
        catch (UnreadableFileException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCode.Unreadable;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return UnexpectedError.Report(exception, errors);
        }
    }

    /// <summary>Writes a temporary file and renames it, so that an aborted run leaves no incomplete document.</summary>
    private static void Write(JObject composed, string path)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            OutputFile.Write(composed.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n", temporary);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new UnreadableFileException(path, 1, 1, $"The file cannot be written: {exception.Message}");
        }
    }
}
