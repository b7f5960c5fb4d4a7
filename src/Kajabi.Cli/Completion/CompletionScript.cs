namespace Kajabi.Cli.Completion;

/// <summary>
/// The scripts of <c>kajabi completion</c>. They ask the command itself with the directive <c>[suggest]</c> of System.CommandLine, which
/// sends no request.
/// </summary>
internal static class CompletionScript
{
    private const string Directive = "[suggest";

    // In Bash, '=' separates words, so the part of the word before it is removed from the suggestions.
    private const string Bash = """
        _kajabi() {
            local line="${COMP_LINE:0:$COMP_POINT}"
            local rest="${line#*"${COMP_WORDS[0]}"}"
            rest="${rest# }"
            local word="${rest##*[[:space:]]}"
            local prefix=""
            if [[ "$word" == *[=:]* ]]; then
                prefix="${word%"${word##*[=:]}"}"
            fi
            local item
            COMPREPLY=()
            while IFS= read -r item; do
                item="${item%$'\r'}"
                if [[ "$item" == "$word"* ]]; then
                    COMPREPLY+=("${item#"$prefix"}")
                fi
            done < <("${COMP_WORDS[0]}" "[suggest:${#rest}]" "$rest" 2>/dev/null)
            if [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == *= ]]; then
                compopt -o nospace
            fi
        }
        complete -o default -F _kajabi kajabi

        """;

    private const string Zsh = """
        #compdef kajabi
        _kajabi() {
            local rest="${BUFFER[1,CURSOR]}"
            rest="${rest#*${words[1]}}"
            rest="${rest# }"
            local -a items names values
            items=("${(@f)$("${words[1]}" "[suggest:${#rest}]" "$rest" 2>/dev/null)}")
            names=(${items:#*=})
            values=(${(M)items:#*=})
            compadd -- $names
            compadd -S '' -- $values
            (( ${#items} )) || _files
        }
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
        compdef _kajabi kajabi

        """;

    // Like the other scripts, it completes files if the command suggests nothing.
    private const string Fish = """
        function __kajabi_complete
            set -l name (commandline -po)[1]
            set -l rest (string replace -r '^\s*\S+\s?' '' -- (commandline -cp))
            set -l items ($name "[suggest:"(string length -- "$rest")"]" "$rest" 2>/dev/null)
            if test -n "$items"
                printf '%s\n' $items
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c kajabi -f -a '(__kajabi_complete)'

        """;

    // In PowerShell, a comma separates words, too.
    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName kajabi -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition - $commandAst.Extent.StartOffset)
            $line = $line.Substring(0, $cursorPosition - $commandAst.Extent.StartOffset)
            $name = $commandAst.CommandElements[0].ToString()
            $rest = $line.Substring([Math]::Min($line.Length, $name.Length)).TrimStart()
            $word = ($rest -split '\s')[-1]
            $earlier = $word.Length - $wordToComplete.Length
            & $name "[suggest:$($rest.Length)]" $rest 2>$null |
                Where-Object { $_ -and $_.StartsWith($word) } |
                ForEach-Object { $_.Substring([Math]::Max($earlier, 0)) } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    /// <summary>The shells that have a script.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Returns the script of a shell; null if there is none.</summary>
    public static string? Find(string shell) =>
        shell.ToLowerInvariant() switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" or "powershell" => PowerShell,
            _ => null,
        };

    /// <summary>Whether the command line is the request of a script, which may contain an incomplete command line.</summary>
    public static bool IsRequest(IReadOnlyList<string> arguments) =>
        arguments is [var first, ..] && first.StartsWith(Directive, StringComparison.Ordinal);
}
