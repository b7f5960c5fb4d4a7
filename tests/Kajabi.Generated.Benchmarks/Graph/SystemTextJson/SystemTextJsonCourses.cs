using System.Text.Json;
using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Graph.SystemTextJson;

/// <summary>Reads nested courses with source generation and links included resources by hand.</summary>
internal static class SystemTextJsonCourses
{
    public static Contender Create(byte[] utf8) =>
        Contender.Create(ContenderNames.SystemTextJson, () => Read(utf8), GraphDescription.Describe);

    private static CoursePage Read(ReadOnlySpan<byte> utf8)
    {
        CoursePage page = JsonSerializer.Deserialize(utf8, GraphJsonContext.Default.CoursePage)!;
        ResourceIndex index = new();
        foreach (Course course in page.Data)
        {
            index.Add(course.Included);
        }

        foreach (Course course in page.Data)
        {
            course.Modules = index.Find<Module>(course.Relationships!.Modules!.Data!);
            course.Lessons = index.Find<Lesson>(course.Relationships.Lessons!.Data!);
        }

        return page;
    }
}
