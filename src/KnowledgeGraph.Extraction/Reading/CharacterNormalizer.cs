namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Gives each character one form: full-width punctuation between Chinese, half-width letters and digits.</summary>
internal static class CharacterNormalizer
{
    /// <summary>Normalizes one line. Runs of blanks become one blank; marks without width go.</summary>
    public static CleanText Normalize(CleanText line)
    {
        var result = new CleanText.Builder();
        var quoteIsOpen = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = Simple(line[i]);
            if (c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD')
                continue;

            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (result.Last != ' ')
                    result.Append(' ', line.OriginStart(i), line.OriginEnd(i));

                continue;
            }

            if (c == '"')
            {
                quoteIsOpen = !quoteIsOpen;
                c = quoteIsOpen ? '“' : '”';
            }
            else if (IsHalfWidthPunctuation(c) && !IsInsideLatin(line, i))
            {
                c = FullWidth(c);
            }

            result.Append(c, line.OriginStart(i), line.OriginEnd(i));
        }

        return result.Build();
    }

    private static char Simple(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - 0xFEE0),
        '％' => '%',
        '．' => '.',
        '／' => '/',
        '－' => '-',
        '･' or '•' or '・' or '‧' or '∙' or '⋅' => '·',
        '｡' => '。',
        '﹐' => '，',
        '､' or '﹑' => '、',
        '〝' or '〞' or '＂' => '"',
        '「' or '『' => '“',
        '」' or '』' => '”',
        _ => c,
    };

    private static bool IsHalfWidthPunctuation(char c) => c is ',' or ':' or ';' or '!' or '?' or '(' or ')';

    private static char FullWidth(char c) => (char)(c + 0xFEE0);

    // 1,000 and 3:2 and Maple Ridge (US) keep their marks.
    private static bool IsInsideLatin(CleanText line, int index)
    {
        var before = index > 0 ? line[index - 1] : '\0';
        var after = index + 1 < line.Length ? line[index + 1] : '\0';
        return line[index] is ',' or ':' && char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
    }
}
