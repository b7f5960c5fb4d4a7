using System.CommandLine;
using Kajabi.Composer.CommandLine;

return CommandRunner.Run(
    new RootCommand("Composes the document from which the SDK is generated.") { ComposeCommand.Create(), SelectCommand.Create() },
    args
);
