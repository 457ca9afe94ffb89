using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>A post before a person's name: the organization, if one is named, and the title as printed.</summary>
internal sealed record Post(int Start, int End, EntityMention? Organization, string Title);

/// <summary>Reads the posts that stand before a name, from the name backwards.</summary>
/// <remarks>TitleStack := (ORG? TITLE) ((、|，|兼) ORG? TITLE)*: several posts of one person, ended by the name.</remarks>
internal sealed class TitleStack
{
    private const int LongestGap = 14;
    private const int LongestRemark = 10;

    private static readonly string[] _modifiers =
    [
        "常务", "首席", "高级", "名誉", "首任", "执行", "联席", "联合", "资深", "助理", "党组", "党委", "时任", "现任", "第一", "大中华区", "亚太区", "中国区",
        "全球", "创始", "荣誉", "轮值", "国家", "代理", "副", "代", "原", "前", "总",
    ];

    private static readonly string[] _governments =
    [
        "总统", "总理", "首相", "国王", "女王", "主席", "外长", "大臣", "部长", "大使", "元首", "领导人", "代表", "特使", "议长", "选手", "运动员", "国务卿", "发言人", "候选人", "州长", "省长", "市长", "区长", "县长", "镇长", "书记", "总书记", "队员", "人",
    ];

    private readonly WordTrie _titles = new();

    public TitleStack(ClassLexicon anchors, Segmenter words)
    {
        AddReversed(anchors.WordsOf("title"));

        AddReversed(Lexicon.Words("titles.tsv"));
        AddReversed(words.Titles);
    }

    /// <summary>The posts that end at <paramref name="end"/>, from left to right.</summary>
    public List<Post> Before(PageFacts facts, int sentence, int end)
    {
        var posts = new List<Post>();
        var start = facts.Page.Sentences[sentence].Start;
        var position = BeforeRemark(facts.Text, start, end);
        while (position > start && ReadOne(facts, sentence, start, position) is { } post)
        {
            posts.Add(post);
            position = post.Start;
            if (position > start && facts.Text[position - 1] is '、' or '，' or '兼' or '暨')
                position--;
            else
                break;
        }

        posts.Reverse();
        return posts;
    }

    /// <summary>The title that ends at <paramref name="end"/>: how many characters it has, without modifiers; 0 for none.</summary>
    public int LengthAt(string text, int start, int end)
    {
        var (node, length) = (WordTrie.Root, 0);
        for (var i = end - 1; i >= start && end - i <= 8; i--)
        {
            node = _titles.Step(node, text[i]);
            if (node < 0)
                break;

            if (_titles.ValueAt(node) >= 0)
                length = end - i;
        }

        return length;
    }

    // 副县长（挂职）某某: what the brackets add to the title.
    private static int BeforeRemark(string text, int start, int end)
    {
        if (end - start < 4 || text[end - 1] != '）')
            return end;

        var open = text.LastIndexOf('（', end - 1, Math.Min(LongestRemark, end - start));
        return open > start ? open : end;
    }

    private Post? ReadOne(PageFacts facts, int sentence, int start, int end)
    {
        var core = LengthAt(facts.Text, start, end);
        if (core == 0)
            return null;

        var titleStart = WithModifiers(facts.Text, start, end - core);
        var organization = facts.MentionsIn(sentence)
            .Where(mention => mention.End <= end - 1 && mention.End >= titleStart - LongestGap && mention.Type is not (EntityType.Person or EntityType.Event))
            .Where(mention => mention.Type != EntityType.Place || GovernsPlace(facts.Text, titleStart, end))
            .Where(mention => mention.End <= titleStart ? IsPlain(facts.Text, mention.End, titleStart) : mention.End > titleStart)
            .Cast<EntityMention?>()
            .LastOrDefault();

        return organization is { } found
            ? new Post(OuterStart(facts, sentence, found), end, found, facts.Text[found.End..end])
            : new Post(titleStart, end, null, facts.Text[titleStart..end]);
    }

    // Of a place, somebody is president or envoy; 大中华区总裁 is an officer of the company that stands before.
    private static bool GovernsPlace(string text, int start, int end)
    {
        var title = text[start..end];
        return Array.Exists(_governments, office => title.EndsWith(office, StringComparison.Ordinal));
    }

    // In 山东大学药学院教授 or 黄岛区海青镇党委书记, places and bodies before the organization belong to it.
    private static int OuterStart(PageFacts facts, int sentence, EntityMention mention)
    {
        var start = mention.Start;
        foreach (var outer in facts.MentionsIn(sentence).Reverse())
        {
            if (outer.End == start && outer.Type is EntityType.Place or EntityType.Organization)
                start = outer.Start;
        }

        return start;
    }

    private static int WithModifiers(string text, int start, int position)
    {
        var found = true;
        while (found)
        {
            found = false;
            foreach (var modifier in _modifiers)
            {
                if (position - modifier.Length >= start && string.CompareOrdinal(text, position - modifier.Length, modifier, 0, modifier.Length) == 0)
                {
                    position -= modifier.Length;
                    found = true;
                    break;
                }
            }
        }

        return position;
    }

    private static bool IsPlain(string text, int start, int end)
    {
        // 某某公司（X）亚太区总裁: what the brackets hold is another name of the company.
        if (start < end && text[start] is '（' or '）')
        {
            var close = text.IndexOf('）', start, end - start);
            return close >= 0 && IsPlain(text, close + 1, end);
        }

        for (var i = start; i < end; i++)
        {
            if (text[i] is not (>= '\u4E00' and <= '\u9FA5' or >= 'A' and <= 'z' or '·') || text[i] is '的' or '在' or '与' or '和' or '对' or '由' or '了' or '向' or '到' or '是' or '被' or '把' or '同' or '为')
                return false;
        }

        return true;
    }

    private void AddReversed(IEnumerable<string> words)
    {
        foreach (var word in words)
            _titles.Add(new string([.. word.Reverse()]), 0);
    }
}
