namespace Kajabi.Build.Tests.Vocabulary;

/// <summary>Names and sentences use standard terms; <c>words.txt</c> lists the words that they replace.</summary>
public sealed class VocabularyTests
{
    private static readonly WordList s_words = new(File.ReadLines(FilePath("words.txt")));

    private static readonly VocabularyExceptions s_exceptions = new(File.ReadLines(FilePath("exceptions.txt")));

    // These files contain the listed words themselves.
    private static readonly HashSet<string> s_ownFiles =
    [
        "tests/Kajabi.Build.Tests/Vocabulary/VocabularyTests.cs",
        "tests/Kajabi.Build.Tests/Vocabulary/exceptions.txt",
        "tests/Kajabi.Build.Tests/Vocabulary/words.txt",
    ];

    private static readonly Lazy<List<WordOccurrence>> s_occurrences = new(static () =>
        [
            .. ProjectFiles
                .Read()
                .Where(static file => !s_ownFiles.Contains(file.RelativePath))
                .SelectMany(static file => s_words.Find(file.RelativePath, file.Text)),
        ]
    );

    [Fact]
    public void Names_and_sentences_use_standard_terms()
    {
        List<WordOccurrence> findings = [.. s_occurrences.Value.Where(static occurrence => !s_exceptions.Allows(occurrence))];

        Assert.True(findings.Count == 0, $"{findings.Count} uses of listed words:\n{string.Join('\n', findings)}");
    }

    [Fact]
    public void Every_exception_is_still_needed() =>
        Assert.DoesNotContain(s_exceptions.Entries, static entry => !s_occurrences.Value.Any(entry.Allows));

    [Theory]
    [InlineData("/// <summary>What stood around an answer.</summary>", "stood", "answer")]
    [InlineData("internal sealed class AnswerHandler", "answer")]
    [InlineData("HTTPAnswer Http2Answer s_answer1 X_ANSWER", "answer")]
    [InlineData("private Task? _flight;", "flight")]
    [InlineData("// It was sent in vain.", "in vain")]
    public void A_listed_word_is_found_in_a_line(string line, params string[] expected)
    {
        WordOccurrence[] found = [.. s_words.Find("File.cs", $"// First line.\n{line}")];

        Assert.Equal(expected.Order(), found.Select(static occurrence => occurrence.Word).Order());
        Assert.All(found, static occurrence => Assert.StartsWith("File.cs:2: '", occurrence.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_listed_word_is_found_in_the_name_of_a_file_or_folder() =>
        Assert.Equal(
            [
                "src/Answers/FlightTests.cs: name: 'answers' (use: response, responds, returns)",
                "src/Answers/FlightTests.cs: name: 'flight' (use: pending request)",
            ],
            s_words.Find("src/Answers/FlightTests.cs", "// A comment.").Select(static occurrence => occurrence.ToString())
        );

    [Theory]
    [InlineData("The operation understands standard terms and withholds nothing.")]
    [InlineData("public bool IsOutstanding { get; }")]
    public void Only_whole_words_are_found(string line) => Assert.Empty(s_words.Find("File.cs", line));

    [Fact]
    public void An_exception_applies_to_its_word_in_its_files_only()
    {
        VocabularyExceptions exceptions = new(["# A comment", "src/*.cs | wire | A term of another field."]);

        Assert.True(exceptions.Allows(new WordOccurrence("src/Folder/File.cs", 1, "wire", "JSON")));
        Assert.False(exceptions.Allows(new WordOccurrence("tests/File.cs", 1, "wire", "JSON")));
        Assert.False(exceptions.Allows(new WordOccurrence("src/Folder/File.cs", 1, "answer", "response")));
    }

    [Theory]
    [InlineData("src/*.cs | wire")]
    [InlineData("src/*.cs | wire | ")]
    public void An_exception_without_a_reason_is_rejected(string line) =>
        Assert.Throws<FormatException>(() => new VocabularyExceptions([line]));

    private static string FilePath(string name) => Path.Combine(AppContext.BaseDirectory, "Vocabulary", name);
}
