using System.CommandLine;

namespace Kajabi.Contract.Commands;

/// <summary>The option for our OpenAPI document, for commands that use it by default.</summary>
internal static class ContractOption
{
    public static Option<string> Create(string description) =>
        new("--contract") { Description = description, DefaultValueFactory = static _ => Path.Combine("openapi", "openapi.yaml") };
}
