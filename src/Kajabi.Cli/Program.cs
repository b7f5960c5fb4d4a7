using System.Text;
using Kajabi.Cli;
using Kajabi.Cli.CommandLine;

// A pipe gets UTF-8 whatever the locale says, and is written in blocks.
bool isShown = !Console.IsOutputRedirected;
await using TextWriter output = isShown
    ? Console.Out
    : new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

// Who is asked must see the question and have keys to answer it.
TextReader? input = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In;
return await KajabiCommand.RunAsync(args, new Terminal(output, Console.Error, Environment.GetEnvironmentVariable, isShown, !Console.IsErrorRedirected, input));
