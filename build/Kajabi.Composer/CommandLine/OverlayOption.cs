using System.CommandLine;

namespace Kajabi.Composer.CommandLine;

/// <summary>The option for an overlay, for commands that do not require one.</summary>
internal static class OverlayOption
{
    /// <summary>The value that disables the default overlay.</summary>
    private const string None = "none";

    private const string FileName = "overlay.yaml";

    public static Option<string?> Create() =>
        new("--overlay")
        {
            Description =
                $"The overlay to apply first, or `{None}`. Default: {FileName} beside the document, else openapi/{FileName}, if it exists.",
        };

    /// <summary>Returns the specified overlay or, if none is specified, the default overlay of the documents; null for none.</summary>
    public static string? Path(string? specified, params ReadOnlySpan<string> contracts)
    {
        if (specified is not null)
        {
            return specified == None ? null : specified;
        }

        foreach (string contract in contracts)
        {
            string beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(contract) ?? string.Empty, FileName);
            if (File.Exists(beside))
            {
                return beside;
            }
        }

        string fallback = System.IO.Path.Combine("openapi", FileName);
        return File.Exists(fallback) ? fallback : null;
    }
}
