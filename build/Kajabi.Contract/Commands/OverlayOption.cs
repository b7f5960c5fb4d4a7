using System.CommandLine;

namespace Kajabi.Contract.Commands;

/// <summary>The overlay of commands that can do without one.</summary>
internal static class OverlayOption
{
    /// <summary>What stands for no overlay where one would be found.</summary>
    private const string None = "none";

    public static Option<string?> Create(string description) => new("--overlay") { Description = $"{description} `{None}` for no overlay." };

    /// <summary>The overlay that was asked for or, when none was, the one beside the contract.</summary>
    public static string? Path(string? given, string contract)
    {
        string beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(contract) ?? string.Empty, "overlay.yaml");
        return given switch
        {
            None => null,
            null => File.Exists(beside) ? beside : null,
            _ => given,
        };
    }
}
