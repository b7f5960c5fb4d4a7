using System.Globalization;
using System.Text;
using Kajabi.Benchmarks.Bare;
using Kajabi.Benchmarks.Calls;
using Kajabi.Benchmarks.Graph.Limit;
using Kajabi.Benchmarks.Graph.SystemTextJson;
using Kajabi.Benchmarks.Sdk;
using Kajabi.Benchmarks.Stock;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>The scenarios that are measured.</summary>
internal static class Scenarios
{
    public const string Contacts100 = "100 contacts";
    public const string Contacts1000 = "1,000 contacts";
    public const string Contacts10000 = "10,000 contacts";
    public const string Courses = "25 nested courses";
    public const string Patch = "PATCH of a contact";
    public const string Call = "GET of a contact, without a network";

    private const int NestedCourseCount = 25;

    /// <summary>Creates the scenarios one by one, because the texts of the large ones need much memory.</summary>
    public static IEnumerable<Scenario> Create()
    {
        yield return CreateContacts(100);
        yield return CreateCourses();
        yield return CreatePatch();
        yield return CreateCall();
        yield return CreateContacts(1_000);
        yield return CreateContacts(10_000);
    }

    private static Scenario CreateContacts(int count)
    {
        string json = LargeDocument.Json(count);
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        return new Scenario(
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} contacts"),
            json.Length,
            [
                BareJsonTextReader.Create(json),
                BareUtf8JsonReader.Create(utf8),
                SdkReader.FromString<ContactCollection>(json, SdkContacts.Describe),
                SdkReader.FromStream<ContactCollection>(utf8, SdkContacts.Describe),
                StockContacts.Create(json),
                SystemTextJsonContacts.Create(utf8),
                LimitContacts.Create(utf8),
            ]
        );
    }

    private static Scenario CreateCourses()
    {
        string json = NestedCourses.Json(NestedCourseCount);
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        return new Scenario(
            Courses,
            json.Length,
            [
                BareJsonTextReader.Create(json),
                BareUtf8JsonReader.Create(utf8),
                SdkReader.FromString<CourseCollection>(json, SdkCourses.Describe),
                SdkReader.FromStream<CourseCollection>(utf8, SdkCourses.Describe),
                StockCourses.Create(json),
                SystemTextJsonCourses.Create(utf8),
                LimitCourses.Create(utf8),
            ]
        );
    }

    private static Scenario CreateCall()
    {
        string json = LargeDocument.Single();
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        return new Scenario(Call, json.Length, [ContactCalls.Plain(utf8), ContactCalls.Sdk(utf8)]);
    }

    private static Scenario CreatePatch()
    {
        Contender sdk = SdkPatch.ToText();
        string json = (string)sdk.Run();
        return new Scenario(
            Patch,
            json.Length,
            [
                BareJsonTextReader.Create(json),
                BareUtf8JsonReader.Create(Encoding.UTF8.GetBytes(json)),
                sdk,
                SdkPatch.ToStream(),
                StockPatch.Create(),
                SystemTextJsonPatch.Create(),
                LimitPatch.Create(),
            ]
        );
    }
}
