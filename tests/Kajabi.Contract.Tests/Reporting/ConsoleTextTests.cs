using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Reporting;

/// <summary>Text of a document is never output as a CI command, an MSBuild error line or a terminal control sequence.</summary>
public sealed partial class ConsoleTextTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (ReportFormat format in Enum.GetValues<ReportFormat>())
            {
                foreach (
                    string text in (string[])
                        [
                            "::error file=x::y",
                            "x\n::error::y",
                            "x\r\n  ::set-output name=a::b",
                            "x\n##[error]y",
                            "x ##vso[task.setvariable variable=a]b",
                            "##teamcity[testFailed]",
                            "x\nfile.cs(1,1): error CS0001: y",
                            "a warning X1: y",
                            "x\u0085::add-mask::y",
                            "x\u2028::error::y",
                            "\e[31mx\e]0;y\a",
                            "x\u009b31my",
                            "x\u202ey",
                        ]
                )
                {
                    cases.Add(format.ToString(), text);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_report_contains_no_command_of_its_findings(string format, string text)
    {
        Finding finding = new(
            new Rule(text, CompatibilityEffect.Breaking, Direction.Request, text),
            new FindingLocation(text, text) { Position = new SourcePosition(text, 1, 1) },
            text
        )
        {
            Before = text,
            After = text,
        };
        ContractReport report = new(text, null, [finding], [finding])
        {
            Conclusion = new ReportConclusion("Version: major.", $"- `{text.Split('\n')[0]}`\n", new JObject { ["changelog"] = text }),
        };

        string output = Reports.Run(report, Enum.Parse<ReportFormat>(format)).Output;

        IEnumerable<string> lines = output.Split('\n').Where(line => format != nameof(ReportFormat.GitHub) || !OwnCommand().IsMatch(line));
        Assert.DoesNotContain(lines, static line => Command().IsMatch(line) || MSBuild().IsMatch(line));
        Assert.DoesNotContain(
            output,
            static character => character is '\u0085' or '\u2028' or '\u202e' || (char.IsControl(character) && character != '\n')
        );
        Assert.DoesNotMatch("##(\\[|vso\\[|teamcity\\[)", output);
    }

    [Fact]
    public void Escaped_text_in_JSON_is_read_as_the_original()
    {
        const string Text = "##vso[x]\u202e\u009b: error X: \"y\" \U000E0041 \U0001F600";
        ContractReport report = Reports.Create(Reports.Removed with { Message = Text });

        Assert.Equal(Text, (string?)JObject.Parse(Reports.Run(report, ReportFormat.Json).Output)["findings"]![0]!["message"]);
    }

    [Fact]
    public void JUnit_output_is_valid_XML() =>
        Assert.NotNull(
            XDocument
                .Parse(Reports.Run(Reports.Create(Reports.Removed with { Message = "x\0\uFFFE]]>&##[error]" }), ReportFormat.JUnit).Output)
                .Root
        );

    // GitHub trims the line before it looks for a command.
    [GeneratedRegex(@"^\s*::|##\[|##vso\[|##teamcity\[")]
    private static partial Regex Command();

    [GeneratedRegex(@"^::(error|warning|notice) file=[^:,]*,line=1,col=1,title=[^:,]*::[^\r]*$")]
    private static partial Regex OwnCommand();

    // The regular expression of MSBuild, without origins that do not occur here.
    [GeneratedRegex(@"^\s*((([^:]*):)|())(()|([^:]*? ))(error|warning)( \s*([^: ]*))?\s*:.*$", RegexOptions.IgnoreCase)]
    private static partial Regex MSBuild();
}
