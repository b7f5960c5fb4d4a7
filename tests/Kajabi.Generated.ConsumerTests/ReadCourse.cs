namespace Acme;

/// <summary>Includes can be nested.</summary>
public sealed class ReadCourse : Example
{
    [Fact]
    public async Task A_course_is_read_with_modules_lessons_and_their_media()
    {
        KajabiClient kajabi = Client;

        #region nested-include
        Course course = (
            await kajabi.Courses.GetCourseAsync(
                "501",
                new GetCourseQuery { Include = [CourseInclude.Modules, CourseInclude.Lessons, CourseInclude.LessonsMedia] }
            )
        ).Data;
        string? video = course.Lessons[0].Media?.Id;
        #endregion

        Assert.Equal("531", video);
        Assert.NotEmpty(course.Modules);
    }
}
