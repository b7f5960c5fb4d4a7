using System.Xml.Linq;
using PublicDocs;

if (args is not [var assembly, var documentation, var references])
{
    await Console.Error.WriteLineAsync("Usage: public-docs <assembly> <documentation> <file with the paths of the references>");
    return 2;
}

XDocument document = XDocument.Load(documentation);
InternalDocumentation.Remove(document, assembly, await File.ReadAllLinesAsync(references));
document.Save(documentation);
return 0;
