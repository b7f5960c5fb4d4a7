extern alias former;

using System.Globalization;
using System.Text;
using Kajabi.Tests.Documents;
using CurrentRun = Kajabi.Tests.Dump.NumberRun;
using FormerRun = former::Kajabi.Tests.Dump.NumberRun;

namespace Kajabi.Tests.Numbers;

/// <summary>
/// Numbers in all notations at all locations: only the recorded differences are allowed, each with the reason of its class.
/// </summary>
public sealed class NumberTests
{
    private const string RecordedDifferences = "tests/Kajabi.Generated.DifferentialTests/Numbers/differences.txt";

    private const string Update = "KAJABI_UPDATE_NUMBERS=1 dotnet test tests/Kajabi.Generated.DifferentialTests --filter NumberTests";

    [Fact]
    public void Only_the_recorded_numbers_are_read_differently()
    {
        List<(string Number, string Line)> differences = [.. NumberNotations.All.SelectMany(FindDifferences)];
        StringBuilder text = new("# Generated: the numbers that the SDK reads differently than the former reader, by class.\n");
        foreach (NumberClass group in NumberDifferences.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n# {group.Name}: {group.Reason}\n");
            text.AppendJoin(
                string.Empty,
                differences.Where(one => NumberDifferences.Find(one.Number) == group).Select(static one => one.Line)
            );
        }

        string[] unlisted = [.. differences.Where(static one => NumberDifferences.Find(one.Number) is null).Select(static one => one.Line)];
        Assert.True(unlisted.Length == 0, string.Join(string.Empty, unlisted));
        RecordedFile.AssertMatches(RecordedDifferences, text.ToString(), "KAJABI_UPDATE_NUMBERS", Update);
    }

    [Fact]
    public void Each_class_has_a_number_that_is_read_differently() =>
        Assert.All(
            NumberDifferences.All,
            static group =>
                Assert.Contains(NumberNotations.All, number => NumberDifferences.Find(number) == group && FindDifferences(number).Any())
        );

    [Fact]
    public void The_classes_are_the_numbers_that_the_former_reader_does_not_preserve() =>
        Assert.All(
            NumberNotations.All.Where(NumberDifferences.IsJson),
            static number =>
            {
                string json = $"{{\"custom_17\":{number}}}";
                string former = FormerRun.Describe(nameof(ContactAttributes), json);
                Assert.Equal(
                    NumberDifferences.Find(number) is null or { IsPreserved: true },
                    former.StartsWith($"{json} |", StringComparison.Ordinal)
                );
            }
        );

    [Theory]
    [InlineData("""{"a":1e2,"b":"1e2"}""", """{"a":7,"b":"1e2"}""")]
    [InlineData("""{"a\"1e2":[1e2 ,"\\",1e2]}""", """{"a\"1e2":[7 ,"\\",7]}""")]
    [InlineData("""{'a"1e2':1e2,"1e2""", """{'a"1e2':7,"1e2""")]
    [InlineData("""{"a":1,"b":12}""", """{"a":1,"b":12}""")]
    public void Numbers_outside_strings_are_replaced(string json, string expected) =>
        Assert.Equal(expected, NumberDifferences.ReplaceIn(json, static number => number == "1e2"));

    private static IEnumerable<(string Number, string Line)> FindDifferences(string number)
    {
        foreach (NumberLocation location in NumberLocation.All)
        {
            string json = location.Create(number);
            string former = FormerRun.Describe(location.TypeName, json);
            string current = CurrentRun.Describe(location.TypeName, json);
            if (former != current)
            {
                yield return (number, $"{number} | {location.Name} | {former} | {current}\n");
            }
        }
    }
}
