using Kajabi.Cli;
using Kajabi.Cli.CommandLine;
using Kajabi.Cli.Output;

bool isShown = !Console.IsOutputRedirected;
bool isErrorShown = !Console.IsErrorRedirected;
TextWriter output = isShown ? Console.Out : StandardStreams.CreateOutput();
TextWriter error = isErrorShown ? Console.Error : StandardStreams.CreateError();

// A question is asked only where the user can read it and type a response.
TextReader? input = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In;
return await KajabiCommand.RunAsync(args, new Terminal(output, error, Environment.GetEnvironmentVariable, isShown, isErrorShown, input));
