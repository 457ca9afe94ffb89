using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Repairs what is cut at a mark: 深圳）有限公司 gets its other half, ；某项目 loses its semicolon.</summary>
internal sealed class NameEdges(PlaceLexicon places)
{
    private const string Leading = "；，。、”）：▲△◆●■·》！？ ";
    private const string Trailing = "；，。、“（：《·！？ ";

    private static readonly string[] _before = ["出席", "参加", "举行的", "召开的", "举办的", "贯彻"];

    /// <summary>The name with sound edges, or <see langword="null"/> if nothing is left of it.</summary>
    public Name? Repair(string text, Name name)
    {
        var (start, end) = (name.Start, name.End);
        while (start < end && Leading.Contains(text[start]))
            start++;

        while (end > start && Trailing.Contains(text[end - 1]))
            end--;

        if (name.Type == EntityType.Organization && end - start > 4)
            start += text.AsSpan(start, 3) is ['联', '合', '市' or '区' or '县' or '省'] or ['见', '证', '市' or '区' or '县' or '省'] or ['以', '及', _] ? 2 : text[start] is '对' or '与' ? 1 : 0;

        if (name.Type == EntityType.Event && end - start >= 5 && text.AsSpan(start, 2) is "本届" or "本次" or "此次" or "这次")
            start += 2;

        if (name.Type is EntityType.Event or EntityType.Project)
            (start, end) = NounPhrase(text, start, end);

        if (end <= start)
            return null;

        if (Unopened(text, start, end, '（', '）') is >= 0 and var close)
            start = Opening(text, start, '（') is >= 0 and var open && name.Type == EntityType.Organization ? WordsBefore(text, open) : close + 1;

        if (Unopened(text, start, end, '“', '”') is >= 0 and var quote)
            start = Opening(text, start, '“') is >= 0 and var open ? open : quote + 1;

        if (start < end && text[start..end].LastIndexOf('“') is >= 0 and var unclosed && text.IndexOf('”', start + unclosed, end - start - unclosed) < 0)
            end = text.IndexOf('”', end, Math.Min(8, text.Length - end)) is >= 0 and var closing ? closing + 1 : start + unclosed;

        if (start < end && text[start..end].LastIndexOf('（') is >= 0 and var bracket && text.IndexOf('）', start + bracket, end - start - bracket) < 0)
            end = start + bracket;

        // 区政府党组成员: the post is one of the government.
        if (name.Type == EntityType.Organization && end - start > 4 && text.AsSpan(end - 2, 2) is "党组")
            end -= 2;

        if (name.Type == EntityType.Organization)
            end = WithBranch(text, WithoutCommittee(text, start, end));
        else if (name.Type == EntityType.Person)
            (start, end) = (ForeignStart(text, start, end), WithoutCompany(text, start, end));

        return end > start ? name with { Start = start, End = end } : null;
    }

    // 出席某某举行的宴会, 某工程是重大项目, 西太湖建设某产业园: a verb is no part of the name.
    private (int Start, int End) NounPhrase(string text, int start, int end)
    {
        foreach (var verb in _before)
        {
            var at = text.LastIndexOf(verb, end - 1, end - start, StringComparison.Ordinal);
            if (at >= start && end - at - verb.Length >= 4)
                start = at + verb.Length;
        }

        var isAt = text.IndexOf('是', start, end - start);
        if (isAt - start >= 3 && text.IndexOf('“', start, isAt - start) < 0)
            end = isAt;

        var place = places.LongestPrefix(text.AsSpan(start, end - start));
        if (place >= 2 && end - start - place >= 7 && text.AsSpan(start + place, 2) is "建设" or "打造" or "举行" or "召开" or "举办")
            start += place + 2;

        return (start, end);
    }

    // 首席技术官皮埃尔·…: the title gives its last character back; 让-吕克·…: the name gets its first part.
    private static int ForeignStart(string text, int start, int end)
    {
        if (text.IndexOf('·', start, end - start) < 0)
            return start;

        if (text[start] is '官' or '长' or '员' or '师' or '席' && start > 0 && text[start - 1] is >= '\u4E00' and <= '\u9FA5')
            return start + 1;

        while (start > 1 && text[start - 1] is '-' or '·')
        {
            var part = start - 1;
            while (part > 0 && start - part < 6 && text[part - 1] is >= '\u4E00' and <= '\u9FA5' and not ('官' or '长' or '裁' or '席' or '师' or '员' or '授' or '理' or '家' or '人' or '士' or '任'))
                part--;

            start = part == start - 1 ? start : part;
            if (start != part || text[start] is '-' or '·')
                break;
        }

        return start;
    }

    // 东北大学党委书记: the post is one of the university.
    private static int WithoutCommittee(string text, int start, int end) =>
        end - start > 5 && text.AsSpan(end - 2, 2) is "党委" && text.AsSpan(end - 4, 2) is "大学" or "学院" or "公司" or "集团" or "医院" or "究院" or "中学" ? end - 2 : end;

    private static int WithoutCompany(string text, int start, int end) =>
        end - start > 3 && text.AsSpan(end - 2, 2) is "一行" or "先生" or "女士" or "同志" ? end - 2 : end;

    // 香港中文大学（深圳）, 某某合伙企业（有限合伙）
    private int WithBranch(string text, int end)
    {
        if (end >= text.Length || text[end] != '（')
            return end;

        var close = text.IndexOf('）', end, Math.Min(8, text.Length - end));
        if (close < 0)
            return end;

        var inner = text.AsSpan(end + 1, close - end - 1);
        return inner is "有限合伙" or "集团" || places.Contains(inner) ? close + 1 : end;
    }

    private static int Unopened(string text, int start, int end, char open, char close)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
            if (depth < 0)
                return i;
        }

        return -1;
    }

    private static int Opening(string text, int start, char open)
    {
        for (var i = start - 1; i >= 0 && start - i <= 12; i--)
        {
            if (text[i] == open)
                return i;

            if (text[i] is '。' or '，' or '\n')
                break;
        }

        return -1;
    }

    // A company's name before its bracket goes back to the last mark or small word.
    private static int WordsBefore(string text, int open)
    {
        var start = open;
        while (start > 0 && open - start < 10 && text[start - 1] is >= '\u4E00' and <= '\u9FA5' and not ('与' or '和' or '在' or '由' or '对' or '向' or '同' or '将' or '的' or '为' or '是'))
            start--;

        return start;
    }
}
