namespace Kajabi.Benchmarks.Stock;

/// <summary>A course with its related resources, which the generated type does not have.</summary>
internal sealed record LinkedCourse(Course Course, List<Module> Modules, List<Lesson> Lessons);
