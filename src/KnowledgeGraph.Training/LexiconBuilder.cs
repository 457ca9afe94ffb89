using System.IO.Compression;
using System.Text;

namespace KnowledgeGraph.Training;

/// <summary>Writes the lexicons of the extraction from the third-party lexicons of the corpora.</summary>
internal sealed class LexiconBuilder(string corpora, string target)
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Build()
    {
        WriteWords();
        WriteDivisions();
        WriteWorld();
        WritePersonCharacters();
    }

    private void WriteWords()
    {
        var rows = Lines("lexicons/hanlp/CoreNatureDictionary.txt")
            .Select(line => line.Split('\t'))
            .Where(fields => fields.Length >= 3 && fields[0].All(IsHan) && fields[0].Length <= 12)
            .Select(fields => (Word: fields[0], Count: Counts(fields).Sum(), Tag: fields[1]))
            .OrderBy(row => row.Word, StringComparer.Ordinal)
            .Select(row => $"{row.Word}\t{row.Count}\t{row.Tag}");

        Write("words.tsv", "word, count, tag of its most frequent use. From HanLP 1.x CoreNatureDictionary (Apache-2.0).", rows);
    }

    private static IEnumerable<int> Counts(string[] fields)
    {
        for (var i = 2; i < fields.Length; i += 2)
            yield return int.Parse(fields[i]);
    }

    private void WriteDivisions()
    {
        var shortForms = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in GzipLines("lexicons/divisions/villages.txt.gz"))
        {
            var fields = line.TrimStart('\t').Split('\t');
            if (fields.Length < 3 || fields[1].Length != 6)
                continue;

            var code = fields[1] switch
            {
                [.. var province, '0', '0', '0', '0'] => province,
                [.. var city, '0', '0'] => city,
                var county => county,
            };

            names.TryAdd(code, fields[0]);
            shortForms.TryAdd(code, fields[2]);
        }

        foreach (var line in Lines("lexicons/divisions/provinces.csv")
            .Concat(Lines("lexicons/divisions/cities.csv"))
            .Concat(Lines("lexicons/divisions/areas.csv"))
            .Concat(Lines("lexicons/divisions/streets.csv")))
        {
            var fields = line.Split(',');
            var name = fields.Length > 1 ? fields[1].Trim('"') : "";
            if (name.Length >= 2 && name.All(IsHan) && name is not ("市辖区" or "县" or "省直辖县级行政区划" or "自治区直辖县级行政区划"))
                names.TryAdd(fields[0], name);
        }

        Write(
            "divisions.tsv",
            "code, name, short form of what stands above a town. From china-division (WTFPL) and JioNLP 1.5 (Apache-2.0).",
            names.Select(pair => shortForms.TryGetValue(pair.Key, out var form) && form != pair.Value ? $"{pair.Key}\t{pair.Value}\t{form}" : $"{pair.Key}\t{pair.Value}"));
    }

    private void WriteWorld()
    {
        var rows = Lines("lexicons/world-places.txt")
            .Where(line => line.Contains('\t'))
            .Select(line => line.Split('\t'))
            .Select(fields => string.Join('\t', fields[0], string.Join(' ', fields.Skip(1).SelectMany(field => field.Split('/')).Where(name => name.Length >= 2))));

        Write("world.tsv", "country, its long name, capital and large cities. From JioNLP 1.5 (Apache-2.0).", rows);
    }

    private void WritePersonCharacters()
    {
        var rows = new List<string>();
        foreach (var line in Lines("lexicons/hanlp/person-nr.txt"))
        {
            var fields = line.Split(' ');
            if (fields[0].Length > 2 || !fields[0].All(IsHan))
                continue;

            int Count(string role)
            {
                var index = Array.IndexOf(fields, role);
                return index > 0 ? int.Parse(fields[index + 1]) : 0;
            }

            var (surname, first, second, single) = (Count("B"), Count("C"), Count("D"), Count("E"));
            if (surname + first + second + single > 0 && (fields[0].Length == 1 || surname > 0))
                rows.Add($"{fields[0]}\t{surname}\t{first}\t{second}\t{single}");
        }

        rows.Sort(StringComparer.Ordinal);
        Write("person-characters.tsv", "character, times as surname, as first and second of two given, as the only given. From HanLP 1.x nr.txt (Apache-2.0).", rows);
    }

    private IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(corpora, file)).Select(line => line.TrimStart('\uFEFF'));

    private IEnumerable<string> GzipLines(string file)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(corpora, file)), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private void Write(string file, string origin, IEnumerable<string> rows) =>
        File.WriteAllText(Path.Combine(target, file), $"# {origin}\n{string.Join('\n', rows)}\n", _utf8);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FA5';
}
