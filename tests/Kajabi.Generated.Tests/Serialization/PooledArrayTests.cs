using System.Buffers;
using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>Arrays are returned to the pool, and without the data of a response.</summary>
public sealed class PooledArrayTests
{
    // No other test reads this text, so a pooled array that contains it was not cleared.
    private const string Personal = "cleared@example.com";

    private static readonly byte[] s_text = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Repeat(Personal, 4 * JsonInput.InitialSize / Personal.Length))
    );

    [Fact]
    public void The_buffers_of_an_input_are_used_again()
    {
        AssertUsedAgain(1_000_000, static () => Read(CreateBytes(), fills: 2));
        AssertUsedAgain(1_000_000, static () => Read(new TextInput(static () => new StringReader("7")), fills: 1));
    }

    [Fact]
    public void The_buffers_of_an_input_are_cleared()
    {
        Read(CreateBytes(), fills: 2);
        AssertCleared<byte>(Encoding.UTF8.GetBytes(Personal), JsonInput.InitialSize);
        AssertCleared<byte>(Encoding.UTF8.GetBytes(Personal), 2 * JsonInput.InitialSize);

        Read(new TextInput(static () => new StringReader(Personal)), fills: 1);
        AssertCleared<byte>(Encoding.UTF8.GetBytes(Personal), JsonInput.InitialSize);
        AssertCleared<char>(Personal, 8 * 1024);
    }

    [Fact]
    public void The_arrays_of_a_list_of_relationships_are_used_again()
    {
        Relationship relationship = new Contact().Relationships.Tags;

        AssertUsedAgain(200_000, () => Add(relationship, count: 1000));
    }

    [Fact]
    public void The_arrays_of_a_list_of_relationships_are_cleared()
    {
        Relationship relationship = new Contact().Relationships.Tags;

        Add(relationship, count: 17);

        foreach (int length in (int[])[16, 32])
        {
            Relationship?[] next = ArrayPool<Relationship?>.Shared.Rent(length);
            Assert.DoesNotContain(next, item => ReferenceEquals(item, relationship));
            ArrayPool<Relationship?>.Shared.Return(next);
        }
    }

    [Fact]
    public void The_arrays_of_Newtonsoft_Json_are_used_again()
    {
        AssertUsedAgain(1_000_000, static () => JsonCharPool.Shared.Return(JsonCharPool.Shared.Rent(10_000)));

        Assert.Null(Record.Exception(static () => JsonCharPool.Shared.Return(null)));
    }

    private static BytesInput CreateBytes() => new(new MemoryStream(s_text), static () => null);

    /// <summary>Reads and retains everything, so that the buffer is full, and then grows.</summary>
    private static void Read(JsonInput input, int fills)
    {
        using (input)
        {
            for (int fill = 0; fill < fills; fill++)
            {
                input.Fill(0);
            }

            Assert.InRange(input.Bytes.Length, fills > 1 ? JsonInput.InitialSize + 1 : 1, 2 * JsonInput.InitialSize);
        }
    }

    private static void Add(Relationship relationship, int count)
    {
        using LinkedRelationships list = new();
        for (int index = 0; index < count; index++)
        {
            list.Add(relationship);
        }

        Assert.Equal(count, list.Items.Length);
    }

    /// <summary>Fails if the action allocates its arrays each time.</summary>
    private static void AssertUsedAgain(long maxBytes, Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int count = 0; count < 100; count++)
        {
            action();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, maxBytes);
    }

    /// <summary>The pool returns the array that the same thread returned last.</summary>
    private static void AssertCleared<T>(ReadOnlySpan<T> data, int length)
        where T : IEquatable<T>
    {
        T[] next = ArrayPool<T>.Shared.Rent(length);
        Assert.Equal(-1, next.AsSpan().IndexOf(data));
        ArrayPool<T>.Shared.Return(next);
    }
}
