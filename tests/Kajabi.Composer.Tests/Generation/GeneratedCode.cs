using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Runs the generator of the build on a composed document, with the settings of <c>build/codegen/kajabi.nswag</c>.</summary>
internal static class GeneratedCode
{
    /// <summary>Gets the folder of the templates of the build.</summary>
    public static string Templates { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <param name="composed">The composed document as JSON.</param>
    /// <param name="templates">The folder of the templates; null for the templates of the build.</param>
    public static async Task<string> GenerateAsync(string composed, string? templates = null)
    {
        OpenApiDocument document = await OpenApiDocument.FromJsonAsync(composed);
        CSharpClientGeneratorSettings settings = new()
        {
            ClassName = "{controller}Api",
            GenerateClientInterfaces = true,
            GenerateExceptionClasses = false,
            GenerateResponseClasses = false,
            WrapResponses = false,
            OperationNameGenerator = new MultipleClientsFromOperationIdOperationNameGenerator(),
        };
        settings.CSharpGeneratorSettings.Namespace = "Kajabi";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.NewtonsoftJson;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        settings.CSharpGeneratorSettings.TemplateDirectory = templates ?? Templates;
        return new CSharpClientGenerator(document, settings).GenerateFile().ReplaceLineEndings("\n");
    }
}
