using System.Text;

namespace KnowledgeGraph.Training;

/// <summary>Writes the lexicons of the search from the third-party lexicons of the corpora.</summary>
internal sealed class SpellingLexicons(string corpora, string target)
{
    public void Build()
    {
        Write(
            "pinyin.tsv",
            "A character and how it is read, without tones, the most usual reading first. From the pinyin dictionary of HanLP 1.x (Apache-2.0).",
            Pairs("lexicons/hanlp/pinyin-pinyin.txt")
                .Where(pair => pair.Key is >= '\u4e00' and <= '\u9fa5')
                .Select(pair => (pair.Key, Value: string.Join(',', pair.Value.Split(',').Select(Letters).Where(reading => reading.Length > 0).Distinct())))
                .Where(pair => pair.Value.Length > 0));
        Write(
            "traditional.tsv",
            "A traditional character and the simplified one. From the conversion table of HanLP 1.x (Apache-2.0).",
            Pairs("lexicons/hanlp/tc-t2s.txt").Where(pair => pair.Value.Length == 1 && pair.Value[0] != pair.Key));
    }

    /// <summary>The lines of one character: what stands before and behind the sign of equality.</summary>
    private IEnumerable<(char Key, string Value)> Pairs(string file) => File.ReadLines(Path.Combine(corpora, file))
        .Where(line => line is [_, '=', ..])
        .Select(line => (line[0], line[2..]))
        .DistinctBy(pair => pair.Item1);

    private void Write(string file, string origin, IEnumerable<(char Key, string Value)> pairs) => File.WriteAllText(
        Path.Combine(target, file),
        $"# {origin}\n{string.Join('\n', pairs.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}\t{pair.Value}"))}\n",
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static string Letters(string reading) => string.Concat(reading.Where(char.IsAsciiLetterLower));
}
