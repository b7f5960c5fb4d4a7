using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kajabi.Contract.Update;

/// <summary>Writes an OpenAPI document as YAML for review: one value per line, long texts folded.</summary>
internal static partial class ContractYaml
{
    private const int Width = 110;

    private static readonly EmitterSettings s_settings = new EmitterSettings()
        .WithBestIndent(2)
        .WithBestWidth(Width)
        .WithIndentedSequences();

    /// <param name="contract">The document.</param>
    /// <param name="comment">The comment lines at the start.</param>
    public static string Write(JObject contract, string comment)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Emitter emitter = new(text, s_settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, contract);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return comment + text.ToString().ReplaceLineEndings("\n");
    }

    private static void Emit(Emitter emitter, JToken token)
    {
        switch (token)
        {
            case JObject members:
                emitter.Emit(
                    new MappingStart(
                        AnchorName.Empty,
                        TagName.Empty,
                        isImplicit: true,
                        members.Count == 0 ? MappingStyle.Flow : MappingStyle.Block
                    )
                );
                foreach (JProperty member in members.Properties())
                {
                    emitter.Emit(Text(member.Name, isKey: true));
                    Emit(emitter, member.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JArray items:
                emitter.Emit(
                    new SequenceStart(
                        AnchorName.Empty,
                        TagName.Empty,
                        isImplicit: true,
                        items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block
                    )
                );
                foreach (JToken item in items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JValue { Value: string text }:
                emitter.Emit(Text(text, isKey: false));
                break;
            case JValue value:
                emitter.Emit(Plain(value));
                break;
        }
    }

    private static Scalar Plain(JValue value) =>
        new(
            value.Value switch
            {
                null => "null",
                bool flag => flag ? "true" : "false",
                var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
            }
        );

    private static Scalar Text(string text, bool isKey)
    {
        ScalarStyle style =
            text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
            : IsReadAsString(text) ? ScalarStyle.Any
            : ScalarStyle.SingleQuoted;
        return new Scalar(
            AnchorName.Empty,
            TagName.Empty,
            text,
            style,
            isPlainImplicit: style == ScalarStyle.Any,
            isQuotedImplicit: true,
            Mark.Empty,
            Mark.Empty,
            isKey
        );
    }

    /// <summary>Returns whether an unquoted text is read as a string, by our reader and by YAML 1.1 readers.</summary>
    private static bool IsReadAsString(string text) =>
        !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && text.ToUpperInvariant() is not ("" or "~" or "NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N")
        && !Date().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")]
    private static partial Regex Date();
}
