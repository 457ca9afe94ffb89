using System.Text.RegularExpressions;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds organs of divisions by their form: 西安市委, 黄岛区政府, 海青镇党委, and bare 市委, 区人大常委会.</summary>
/// <remarks>Organ := (DIVISION | 省 | 市 | 区 | 县) (委 DEPARTMENT? | 政府 | 人大常委会 | 政协 | …).</remarks>
internal sealed partial class OrganGrammar(PlaceLexicon places)
{
    private const string Rule = "organ grammar";

    public IEnumerable<Name> Find(Page page)
    {
        foreach (var sentence in page.Sentences)
        {
            var text = page.Text.Substring(sentence.Start, sentence.Length);
            foreach (var match in Organ().Matches(text).AsEnumerable())
            {
                var start = Start(text, match.Index);
                if (start >= 0)
                    yield return new Name(sentence.Start + start, sentence.Start + match.Index + match.Length, EntityType.Organization, Rule, 0.95);
            }
        }
    }

    // The division that ends with the level's character, or the bare level where no other word can reach into it.
    private int Start(string text, int level)
    {
        for (var start = Math.Max(0, level - 9); start < level; start++)
        {
            if (places.LongestPrefix(text.AsSpan(start, Math.Min(12, text.Length - start))) is var length && start + length is var end && length >= 2 && (end == level + 1 || (text[level] is '街' && end == level + 2) || (end == level && length >= 2 && text[level] is '市' or '区' or '县' or '省')))
                return start;
        }

        return text[level] is '省' or '市' or '区' or '县' or '州'
            && (level == 0 || text[level - 1] is < '\u4E00' or > '\u9FA5' or '由' or '与' or '和' or '同' or '向' or '对' or '据' or '任' or '及' or '兼' or '原' or '为' or '从' or '在' or '经' or '暨' or '日' or '天' || (level > 1 && text.AsSpan(level - 2, 2) is "见证" or "联合" or "委托" or "陪同" or "获得" or "报请"))
            ? level
            : -1;
    }

    [GeneratedRegex(@"(省|市|区|县|州|镇|乡|街道)(委(办公室|组织部|宣传部|统战部|政法委|社会工作部|网信办|编办|金融办|巡察办|农办|党校|老干部局|全面深化改革委员会)?(?![员托派任])|党委(?!会)|党工委|人大常委会|人大(?![代会常])|政协(?!委员)|纪委监委|纪委|监委|人民政府|政府(?!工作))")]
    private static partial Regex Organ();
}
