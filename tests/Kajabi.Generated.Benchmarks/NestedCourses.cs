using Newtonsoft.Json.Linq;
using static Kajabi.Benchmarks.ApiJson;

namespace Kajabi.Benchmarks;

/// <summary>A list of courses as the API returns it: the included modules and lessons of a course are inside the course.</summary>
internal static class NestedCourses
{
    private const int Modules = 4;
    private const int Lessons = 16;

    public static string Json(int courses) =>
        new JObject
        {
            ["data"] = new JArray(Enumerable.Range(0, courses).Select(Course)),
            ["meta"] = new JObject
            {
                ["current_page"] = 1,
                ["total_pages"] = 1,
                ["total_count"] = courses,
            },
        }.ToString();

    private static JObject Course(int number)
    {
        int[] modules = [.. Enumerable.Range(number * Modules, Modules)];
        int[] lessons = [.. Enumerable.Range(number * Lessons, Lessons)];
        JObject course = Resource(
            "courses",
            number,
            new JObject
            {
                ["title"] = $"Course {number}",
                ["status"] = "published",
                ["thumbnail_url"] = $"https://example.com/courses/{number}.png",
                ["created_at"] = "2026-01-20T14:05:09.250Z",
            }
        );
        course["relationships"] = new JObject { ["modules"] = Linkage("modules", modules), ["lessons"] = Linkage("lessons", lessons) };
        course["included"] = new JArray(modules.Select(Module).Concat(lessons.Select(Lesson)));
        return course;
    }

    private static JObject Module(int number) =>
        Resource(
            "modules",
            number,
            new JObject
            {
                ["title"] = $"Module {number}",
                ["position"] = number % Modules,
                ["poster_image_url"] = null,
                ["publishing_option"] = "published",
            }
        );

    private static JObject Lesson(int number) =>
        Resource(
            "lessons",
            number,
            new JObject
            {
                ["title"] = $"Lesson {number}",
                ["position"] = number % Lessons,
                ["status"] = "ready",
                ["publishing_option"] = "drip",
            }
        );

    private static JObject Linkage(string type, IEnumerable<int> numbers) =>
        ApiJson.Linkage(new JArray(numbers.Select(number => Identifier(type, number))));
}
