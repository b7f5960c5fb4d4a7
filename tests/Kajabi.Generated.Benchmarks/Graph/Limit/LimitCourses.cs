using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>Reads nested courses with handwritten code.</summary>
internal static class LimitCourses
{
    public static Contender Create(byte[] utf8) => Contender.Create(ContenderNames.Limit, () => Read(utf8), GraphDescription.Describe);

    private static CoursePage Read(ReadOnlySpan<byte> utf8)
    {
        CoursePage page = new();
        DocumentReader document = new(utf8);
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("data"u8):
                    while (document.ReadElement())
                    {
                        page.Data.Add(ReadCourse(ref document));
                    }

                    break;
                case 4 when name.SequenceEqual("meta"u8):
                    page.Meta = document.ReadMeta();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        document.Dispose();
        foreach (Course course in page.Data)
        {
            course.Modules = Link.Many<Module>(course.Relationships?.Modules);
            course.Lessons = Link.Many<Lesson>(course.Relationships?.Lessons);
        }

        return page;
    }

    private static Course ReadCourse(ref DocumentReader document)
    {
        LinkedIdentifier identifier = document.ReadIdentity();
        Course course = new() { Id = identifier.Id, Type = identifier.Type };
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("attributes"u8):
                    course.Attributes = AttributesReader.ReadCourse(ref document);
                    break;
                case 13 when name.SequenceEqual("relationships"u8):
                    course.Relationships = ReadRelationships(ref document);
                    break;
                case 8 when name.SequenceEqual("included"u8):
                    document.ReadIncluded(course.Included);
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return course;
    }

    private static CourseRelationships ReadRelationships(ref DocumentReader document)
    {
        CourseRelationships relationships = new();
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("site"u8):
                    relationships.Site = document.ReadToOne();
                    break;
                case 6 when name.SequenceEqual("offers"u8):
                    relationships.Offers = document.ReadToMany();
                    break;
                case 7 when name.SequenceEqual("modules"u8):
                    relationships.Modules = document.ReadToMany();
                    break;
                case 7 when name.SequenceEqual("lessons"u8):
                    relationships.Lessons = document.ReadToMany();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return relationships;
    }
}
