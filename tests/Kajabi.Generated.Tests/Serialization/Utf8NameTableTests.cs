using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>Finds names by their UTF-8 bytes and by their text.</summary>
public sealed class Utf8NameTableTests
{
    private static readonly string[] s_names =
    [
        "",
        "a",
        "b",
        "id",
        "zoë",
        "created",
        "created_",
        "created_at",
        "created_by",
        "updated_at",
        "aaaaaaaa_1_bbbbbbbb",
        "aaaaaaaa_2_bbbbbbbb", // The same first and last eight bytes.
        .. Enumerable.Range(0, 100).Select(static number => $"custom_{number}"),
    ];

    [Fact]
    public void Each_name_has_its_position()
    {
        Utf8NameTable table = new(s_names);

        for (int ordinal = 0; ordinal < s_names.Length; ordinal++)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(s_names[ordinal]);
            Assert.Equal((ordinal, s_names[ordinal]), (table.IndexOf(s_names[ordinal]), table[ordinal]));
            foreach (int expected in (int[])[-1, 0, ordinal, ordinal + 1, s_names.Length])
            {
                Assert.Equal(ordinal, table.IndexOf(utf8, expected));
            }
        }

        Assert.Equal(s_names, table.Names);
    }

    [Theory]
    [InlineData("c")]
    [InlineData("i")]
    [InlineData("created_a")]
    [InlineData("created_ab")]
    [InlineData("aaaaaaaa_3_bbbbbbbb")]
    [InlineData("zoe")]
    [InlineData("custom_100")]
    [InlineData("a name that is longer than every other one")]
    public void Any_other_name_has_no_position(string name)
    {
        Utf8NameTable table = new(s_names);

        Assert.Equal(-1, table.IndexOf(name));
        for (int expected = -1; expected <= s_names.Length; expected++)
        {
            Assert.Equal(-1, table.IndexOf(Encoding.UTF8.GetBytes(name), expected));
        }
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void A_long_name_is_found(int length)
    {
        string name = new('n', length);
        Utf8NameTable table = new(["a", name]);

        Assert.Equal((0, 1, -1), (table.IndexOf("a"), table.IndexOf(name), table.IndexOf(name + "n")));
        Assert.Equal(-1, table.IndexOf(new string('é', length)));
    }

    [Fact]
    public void Halves_of_surrogate_pairs_are_different_names()
    {
        Utf8NameTable table = new(["\ud800"]);

        Assert.Equal((0, -1), (table.IndexOf("\ud800"), table.IndexOf("\ud801")));
    }

    [Fact]
    public void An_empty_table_contains_no_name()
    {
        Utf8NameTable table = new([]);

        Assert.Equal((-1, -1), (table.IndexOf("a"), table.IndexOf("a"u8)));
        Assert.Throws<ArgumentNullException>("name", () => table.IndexOf((string)null!));
    }
}
