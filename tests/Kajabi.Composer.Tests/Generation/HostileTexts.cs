namespace Kajabi.Composer.Tests.Generation;

/// <summary>Texts that end a literal, a comment or a line, or that a tool of the code generation could interpret.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "x\" + System.IO.File.ReadAllText(\"/etc/hostname\") + \"",
        "x\"); System.Environment.Exit(1); //",
        "x'; class Injected { } //",
        "x\\",
        "x\\u0022 + Injected + \\u0022",
        "x\"\"\" + Injected + \"\"\"",
        "x\n#error Injected",
        "x\r\n#line 1 \"injected.cs\"",
        "x\u0085#pragma warning disable",
        "x\u2028class Injected { }",
        "x\u2029class Injected { }",
        "x\n\n\n/// <see cref=\"Injected\" />",
        "x\0y",
        "x\u001b[31my",
        "x\u202ey\u2066z",
        "x\ufeffy",
        "x */ class Injected { } /*",
        "x</summary><see cref=\"System.IO.File\" /><summary>",
        "x<inheritdoc cref=\"Injected\" />",
        "x]]><![CDATA[y",
        "x<!-- y --><?z?>",
        "x&#10;&lt;&amp;&bogus;",
        "x {{ 7 | times: 7 }} {% comment %}",
        "x {0} {name} $(Property) %(Item) @(List)",
        "x__EMPTY-TEMPLATE__y",
        "x `y` z` <c>",
        "x/v1?y=z#w",
        "x=>y;z()",
        "x[y]{z}(w)<v>",
        "::error file=x::y",
        "##vso[task.setvariable variable=x]y",
        "x(1,1): error CS0001: y",
        "2020-01-01T00:00:00Z",
        "class",
        "x y, z: w",
        "\u540D\u524D \u00E9\u00FC",
    ];
}
