using System.CommandLine;
using Kajabi.Contract.Commands;

const int WrongUse = 2;

RootCommand root = new("Works on the contract of Kajabi's Public API.") { ComposeCommand.Create(), LintCommand.Create(), DriftCommand.Create(), ImpactCommand.Create() };
ParseResult parsed = root.Parse(args);
return parsed.Errors.Count > 0 ? Math.Max(parsed.Invoke(), WrongUse) : parsed.Invoke();
