using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds persons with a surname of two characters (欧阳, 司徒, 鲜于), which taggers know too few of.</summary>
internal sealed class CompoundSurnames(PersonCharacters persons, Segmenter segmenter)
{
    private const string Surnames =
        "欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门";

    private readonly HashSet<string> _surnames = [.. Surnames.Split(' ')];

    public IEnumerable<Name> Find(Page page)
    {
        foreach (var sentence in page.Sentences)
        {
            for (var i = sentence.Start; i + 3 <= sentence.End; i++)
            {
                if (_surnames.Contains(page.Text.Substring(i, 2)) && Given(page.Text, i + 2, sentence.End) is > 0 and var given)
                    yield return new Name(i, i + 2 + given, EntityType.Person, "compound surname", 0.9);
            }
        }
    }

    // Two characters of given names, or one, before something that can follow a name.
    private int Given(string text, int start, int end)
    {
        foreach (var length in (int[])[2, 1])
        {
            if (start + length > end || !IsGiven(text, start, length) || (length == 2 && BeginsVerb(text, start + 1, end)))
                continue;

            var rest = text.AsSpan(start + length, Math.Min(8, end - start - length));
            if (rest.Length == 0 || segmenter.Segment(rest)[0].Tag is WordTag.Punctuation or WordTag.Verb or WordTag.Preposition or WordTag.Adverb or WordTag.Conjunction or WordTag.VerbalNoun or WordTag.Particle)
                return length;
        }

        return 0;
    }

    // 司徒砚会见客人: 会见 is one word.
    private bool BeginsVerb(string text, int start, int end)
    {
        var word = segmenter.Segment(text.AsSpan(start, Math.Min(6, end - start)))[0];
        return word.Length >= 2 && word.Tag is WordTag.Verb or WordTag.VerbalNoun;
    }

    private bool IsGiven(string text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (persons.Given(text[i]) < 3)
                return false;
        }

        return true;
    }
}
