using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Sdk;

/// <summary>Describes courses with nested modules and lessons that this SDK has read.</summary>
internal static class SdkCourses
{
    public static string Describe(CourseCollection page) =>
        Description.Text(
            page.Data.Select(static course =>
                Description.Line(
                    course.Id,
                    course.Attributes.Title,
                    course.Attributes.Status,
                    course.Attributes.ThumbnailUrl,
                    course.Attributes.CreatedAt,
                    course.Relationships.Modules.Identifiers.Select(static module => module.Type + module.Id),
                    course.Relationships.Lessons.Identifiers.Select(static lesson => lesson.Type + lesson.Id),
                    course.Modules.Select(static module =>
                        Description.Line(
                            module.Id,
                            module.Attributes.Title,
                            module.Attributes.Position,
                            module.Attributes.PosterImageUrl,
                            module.Attributes.PublishingOption
                        )
                    ),
                    course.Lessons.Select(static lesson =>
                        Description.Line(
                            lesson.Id,
                            lesson.Attributes.Title,
                            lesson.Attributes.Position,
                            lesson.Attributes.Status,
                            lesson.Attributes.PublishingOption
                        )
                    )
                )
            )
        );
}
