using System.CommandLine;

namespace Kajabi.Contract.Commands;

/// <summary>The overlay of commands that can do without one.</summary>
internal static class OverlayOption
{
    /// <summary>What stands for no overlay where one would be found.</summary>
    private const string None = "none";

    private const string FileName = "overlay.yaml";

    public static Option<string?> Create() =>
        new("--overlay")
        {
            Description =
                $"The overlay to apply first. When left out: {FileName} beside the contract, or else openapi/{FileName} if it is there. `{None}` for no overlay.",
        };

    /// <summary>The overlay that was asked for or, when none was, the one that belongs to the contracts.</summary>
    public static string? Path(string? given, params ReadOnlySpan<string> contracts)
    {
        if (given is not null)
        {
            return given == None ? null : given;
        }

        foreach (string contract in contracts)
        {
            string beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(contract) ?? string.Empty, FileName);
            if (File.Exists(beside))
            {
                return beside;
            }
        }

        string ours = System.IO.Path.Combine("openapi", FileName);
        return File.Exists(ours) ? ours : null;
    }
}
