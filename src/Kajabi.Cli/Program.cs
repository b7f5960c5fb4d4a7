using Kajabi.Cli;
using Kajabi.Cli.Output;

bool isInteractive = !Console.IsOutputRedirected;
bool isErrorInteractive = !Console.IsErrorRedirected;
TextWriter output = isInteractive ? Console.Out : StandardStreams.CreateOutput();
TextWriter error = isErrorInteractive ? Console.Error : StandardStreams.CreateError();

// The command prompts only if the user can see the prompt and type.
TextReader? input = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In;
Terminal terminal = new(output, error, Environment.GetEnvironmentVariable, isInteractive, isErrorInteractive, input)
{
    RedirectedIn = Console.IsInputRedirected ? Console.In : null,
};
return await CliApplication.RunAsync(args, terminal);
