using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Stock;

/// <summary>Reads nested courses into the stock types and links included resources by hand.</summary>
internal static class StockCourses
{
    public static Contender Create(string json) => Contender.Create(ContenderNames.Stock, () => Read(json), Describe);

    private static List<LinkedCourse> Read(string json)
    {
        NestedCourseCollection page = StockSerializer.Read<NestedCourseCollection>(json);
        Dictionary<(string?, string?), object> resources = [];
        foreach (NestedCourse course in page.Data)
        {
            StockSerializer.Index(course.Included, resources);
        }

        List<LinkedCourse> courses = new(page.Data.Count);
        foreach (NestedCourse course in page.Data)
        {
            courses.Add(
                new LinkedCourse(
                    course,
                    StockSerializer.Find<Module>(course.Relationships.Modules.Data, resources),
                    StockSerializer.Find<Lesson>(course.Relationships.Lessons.Data, resources)
                )
            );
        }

        return courses;
    }

    private static string Describe(List<LinkedCourse> courses) =>
        Description.Text(
            courses.Select(static linked =>
                Description.Line(
                    linked.Course.Id,
                    linked.Course.Attributes.Title,
                    linked.Course.Attributes.Status,
                    linked.Course.Attributes.Thumbnail_url,
                    linked.Course.Attributes.Created_at,
                    linked.Course.Relationships.Modules.Data.Select(static module => module.Type + module.Id),
                    linked.Course.Relationships.Lessons.Data.Select(static lesson => lesson.Type + lesson.Id),
                    linked.Modules.Select(static module =>
                        Description.Line(
                            module.Id,
                            module.Attributes.Title,
                            module.Attributes.Position,
                            module.Attributes.Poster_image_url,
                            module.Attributes.Publishing_option
                        )
                    ),
                    linked.Lessons.Select(static lesson =>
                        Description.Line(
                            lesson.Id,
                            lesson.Attributes.Title,
                            lesson.Attributes.Position,
                            lesson.Attributes.Status,
                            lesson.Attributes.Publishing_option
                        )
                    )
                )
            )
        );
}
