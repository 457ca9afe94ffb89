using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Moves the left edge of organizations, projects and events to where their noun phrase begins.</summary>
/// <remarks>
/// The tagger knows well where such a name ends and less well where a long one begins. A name goes left over nouns, years, 第N届, quotations
/// and places that touch it, and stops at marks, verbs, prepositions, conjunctions, 的 and persons.
/// </remarks>
internal sealed class NameBoundaries(Segmenter segmenter, ClassLexicon cues, ClassLexicon stops, ClassLexicon anchors)
{
    private const int LongestName = 40;

    public List<Name> Extend(Page page, List<Name> names)
    {
        var result = new List<Name>(names.Count);
        var next = 0;
        foreach (var sentence in page.Sentences)
        {
            var inside = new List<Name>();
            while (next < names.Count && names[next].Start < sentence.End)
                inside.Add(names[next++]);

            if (inside.Exists(CanExtend))
                inside = ExtendAll(page.Text, sentence, inside);

            result.AddRange(inside);
        }

        return result;
    }

    private static bool CanExtend(Name name) => name.Type is EntityType.Organization or EntityType.Event or EntityType.Project && name.Rule == "tagger";

    private List<Name> ExtendAll(string text, Sentence sentence, List<Name> names)
    {
        var words = segmenter.Segment(text.AsSpan(sentence.Start, sentence.Length));
        var wordAt = new int[sentence.Length];
        for (var w = 0; w < words.Count; w++)
            wordAt.AsSpan(words[w].Start, words[w].Length).Fill(w);

        var kept = new List<Name>();
        foreach (var name in names)
        {
            var start = CanExtend(name) ? Start(text, sentence, words, wordAt, name, kept) : name.Start;
            while (kept.Count > 0 && kept[^1].Start >= start)
                kept.RemoveAt(kept.Count - 1);

            kept.Add(start == name.Start ? name : name with { Start = start, Rule = "tagger, extended" });
        }

        return kept;
    }

    private int Start(string text, Sentence sentence, List<Word> words, int[] wordAt, Name name, List<Name> before)
    {
        var start = name.Start;
        var sure = start;
        var neighbour = before.Count - 1;
        while (start > sentence.Start && name.End - start < LongestName)
        {
            if (neighbour >= 0 && before[neighbour].End == start)
            {
                if (!Absorbs(text, name, before[neighbour]))
                    break;

                start = before[neighbour--].Start;
                sure = start;
                continue;
            }

            if (neighbour >= 0 && before[neighbour].End > start)
                break;

            var word = words[wordAt[start - 1 - sentence.Start]];
            if (word.End + sentence.Start > start && word.Start + sentence.Start < start)
                word = word with { End = start - sentence.Start };

            var from = Step(text, sentence, words, wordAt, word, name);
            if (from >= 0 && start == sure)
                sure = from;
            else if (from < 0 && !(neighbour >= 0 && before[neighbour].End == sentence.Start + word.Start))
                from = SoftStep(text, sentence, words, wordAt, word);

            if (from < 0 || (neighbour >= 0 && before[neighbour].End > from))
                break;

            start = from;
        }

        // Over a verb or a conjunction a name goes on only if it reaches the place it begins with, or, of projects and events, a mark.
        var reachesMark = start > sentence.Start && text[start - 1] is '、' or '，' or '；' or '“';
        return name.Type is EntityType.Project && reachesMark ? start : sure;
    }

    // 全资子公司, 上市药企: what a company is called before its name.
    private static bool IsKindOfCompany(ReadOnlySpan<char> word) => word[^1] is '商' or '企' or '牌' || word.EndsWith("公司") || word.EndsWith("企业") || word is "股东" or "单位";

    private static bool Absorbs(string text, Name name, Name outer) => outer.Type switch
    {
        EntityType.Place => name.Type == EntityType.Event || name.Type == EntityType.Organization || text[outer.End - 1] is not ('省' or '市' or '区' or '县' or '镇' or '道' or '园' or '乡'),
        EntityType.Organization => name.Type is EntityType.Event,
        _ => false,
    };

    private int SoftStep(string text, Sentence sentence, List<Word> words, int[] wordAt, Word word)
    {
        var start = sentence.Start + word.Start;
        var form = text.AsSpan(start, word.Length);
        if (form is "与" or "和" or "及" && word.Start > 0)
            return words[wordAt[word.Start - 1]].Tag is WordTag.Noun or WordTag.VerbalNoun or WordTag.Unknown ? start : -1;

        return word.Tag == WordTag.Verb && word.Length >= 2 && cues.Find(form) < 0 && stops.Find(form) < 0 ? start : -1;
    }

    // Where the word before the name begins, if it can belong to the name; else −1.
    private int Step(string text, Sentence sentence, List<Word> words, int[] wordAt, Word word, Name name)
    {
        var start = sentence.Start + word.Start;
        var form = text.AsSpan(start, word.Length);
        if (form is "”" && name.Type != EntityType.Organization)
        {
            var open = text.LastIndexOf('“', start, Math.Min(24, start - sentence.Start + 1));
            return open >= sentence.Start ? open : -1;
        }

        if (cues.Find(form) >= 0 || stops.Find(form) >= 0 || IsKindOfCompany(form))
            return -1;

        switch (word.Tag)
        {
            case WordTag.Noun or WordTag.VerbalNoun or WordTag.Place or WordTag.Organization or WordTag.OrganizationSuffix or WordTag.Latin or WordTag.Unknown or WordTag.Foreign:
                return anchors.Find(form) >= 0 && anchors.Classes[anchors.Find(form)] is "title" ? -1 : start;
            case WordTag.Adjective:
                return word.Length >= 2 ? start : -1;
            case WordTag.Digits:
                return word.Length == 4 && form[0] is '1' or '2' && name.Type == EntityType.Event ? start : -1;
            case WordTag.Measure when form is "届" or "期":
                return Ordinal(text, sentence, word);
            case WordTag.Measure or WordTag.Time or WordTag.Noun when form is "年" or "年度":
                return word.Start > 0 && words[wordAt[word.Start - 1]] is { Tag: WordTag.Digits, Length: 4 } year && name.Type == EntityType.Event ? sentence.Start + year.Start : -1;
            default:
                return -1;
        }
    }

    // 第三届
    private static int Ordinal(string text, Sentence sentence, Word word)
    {
        for (var start = sentence.Start + word.Start - 1; start >= sentence.Start && sentence.Start + word.Start - start <= 5; start--)
        {
            if (text[start] == '第')
                return start;
        }

        return -1;
    }
}
