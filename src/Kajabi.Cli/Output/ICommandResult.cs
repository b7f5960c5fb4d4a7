namespace Kajabi.Cli.Output;

/// <summary>A command result that is not a list of resources.</summary>
internal interface ICommandResult
{
    /// <summary>Writes the result as one JSON object.</summary>
    void WriteJson(TextWriter text);

    /// <summary>Writes the result in human-readable form.</summary>
    void WriteText(Terminal terminal);
}
