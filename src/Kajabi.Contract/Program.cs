using System.CommandLine;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;

RootCommand root = new("Checks and updates the OpenAPI document of Kajabi's Public API.")
{
    ComposeCommand.Create(),
    LintCommand.Create(),
    DriftCommand.Create(),
    ImpactCommand.Create(),
    UpdateCommand.Create(),
    PayloadsCommand.Create(),
    LiveCommand.Create(),
    RulesCommand.Create(),
    ExplainCommand.Create(),
};
return CommandRunner.Run(root, args);
