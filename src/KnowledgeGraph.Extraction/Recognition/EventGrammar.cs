using System.Text.RegularExpressions;
using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds events that begin with a year, 第N届 or a quotation and end with a word for a gathering.</summary>
/// <remarks>Event := (YEAR 年? | 第N届 | 首届 | “…”)+ … (大会 | 论坛 | 活动 | …), up to a mark, a verb of holding or a preposition.</remarks>
internal sealed partial class EventGrammar(ClassLexicon anchors)
{
    private const string Rule = "event grammar";
    private const int LongestEvent = 44;

    private static readonly string[] _stops =
        ["举行", "召开", "举办", "开幕", "闭幕", "启动", "开考", "落幕", "期间", "出席", "参加", "在", "由", "将", "圆满", "正式", "的", "是", "于", "对", "为", "已", "上", "现场", "达", "以来", "开赛", "走进", "打响", "开启", "拉开", "本周", "今天", "昨天", "今日", "昨日", "日前", "近日"];

    public IEnumerable<Name> Find(Page page)
    {
        foreach (var sentence in page.Sentences)
        {
            var text = page.Text.Substring(sentence.Start, sentence.Length);
            var last = 0;
            foreach (var match in Beginning().Matches(text).AsEnumerable())
            {
                if (match.Index < last || End(text, match.Index, match.Index + match.Length) is not { } end)
                    continue;

                last = end;
                yield return new Name(sentence.Start + WithQuotation(text, match.Index), sentence.Start + end, EntityType.Event, Rule, 0.9);
            }
        }
    }

    private static int WithQuotation(string text, int start) =>
        start > 2 && text[start - 1] == '”' && text.LastIndexOf('“', start - 1, Math.Min(20, start)) is >= 0 and var open ? open : start;

    // The last word for a gathering before the phrase stops.
    private int? End(string text, int start, int from)
    {
        var limit = Math.Min(text.Length, start + LongestEvent);
        int? end = null;
        for (var i = from; i < limit; i++)
        {
            if (text[i] is '，' or '。' or '；' or '！' or '？' or '：' or ' ' || Array.Exists(_stops, stop => string.CompareOrdinal(text, i, stop, 0, stop.Length) == 0))
                break;

            var (length, kind) = anchors.Suffix(text.AsSpan(from, i + 1 - from));
            if (length > 0 && anchors.Classes[kind] is "congress" or "ceremony" or "contest" && (length > 1 || text[i] == '节') && i + 1 - length > from && Stops(text, i + 1))
                end = i + 1;
        }

        return end;
    }

    private static bool Stops(string text, int i) =>
        i >= text.Length || text[i] is '，' or '。' or '；' or '！' or '？' or '、' or ' ' or '（' or '”' || Array.Exists(_stops, stop => string.CompareOrdinal(text, i, stop, 0, stop.Length) == 0);

    [GeneratedRegex(@"((?<!\d)20\d\d(年(?!\d|以|来|前|后|初|底|末|度?[，。、]))?\s?(度|第[一二三四五六七八九十百\d]{1,4}届|首届|“[^”，。]{2,16}”)?|第[一二三四五六七八九十百\d]{1,4}届|首届|“[^”，。式]{3,16}”(?=[\u4E00-\u9FA5]))(?![年月日\d])")]
    private static partial Regex Beginning();
}
