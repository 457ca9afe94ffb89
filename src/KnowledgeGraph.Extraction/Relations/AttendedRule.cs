using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who was at an event: lists that end in 出席 or 参加活动, speakers, chairs, winners.</summary>
internal static class AttendedRule
{
    private const string Rule = "attendance";

    private static readonly string[] _triggers =
    [
        "出席", "参加", "参会", "致辞", "致开幕词", "致欢迎辞", "主持", "讲话", "宣布", "演讲", "主旨报告", "主题报告", "作报告", "作推介", "推介", "发言", "列席", "揭牌", "揭幕", "颁奖",
        "授牌", "授旗", "登台", "到场", "参展", "赴会", "作专题", "作表态", "点评", "见证", "夺得", "摘得", "获得", "夺冠", "战胜", "获奖", "分获", "捧得", "为获奖", "赠送", "启动", "参与", "与会", "代表双方", "签字", "带队开展", "率队开展", "带队参加", "作分享", "担任导览", "受邀",
    ];

    private static readonly string[] _organizationTriggers = ["参加", "参会", "参展", "参与", "到场", "推介", "分享", "亮相", "派员", "带去", "携", "出席", "带着"];

    private static readonly string[] _noAttendance = ["参加会见", "参加调研", "参加督查", "参加考察", "参加座谈", "陪同", "一同调研", "一同走访", "一同参观", "主持工作", "出席会见"];

    public static void Apply(PageFacts facts, EventScenes events)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            if (sentence.IsHeadline)
                continue;

            ReadSentence(facts, events, s, sentence.Start, sentence.End);
            ReadOpening(facts, s, sentence.Start, sentence.End);
        }
    }

    // 在某会议上，A…, 某论坛上，A…: who is told of was there.
    private static void ReadOpening(PageFacts facts, int s, int start, int end)
    {
        var clauses = Clauses.Of(facts.Text, start, end);
        for (var c = 0; c + 1 < clauses.Count; c++)
        {
            var scene = facts.Between(s, clauses[c].Start, clauses[c].End).LastOrDefault();
            if (scene.Entity is null || scene.Type != EntityType.Event || facts.Text.AsSpan(scene.End, clauses[c].End - scene.End) is not ("上" or "现场"))
                continue;

            foreach (var person in facts.Between(s, clauses[c + 1].Start, clauses[c + 1].End).Where(mention => mention.Type == EntityType.Person && !IsQuoted(facts.Text, start, mention.Start)))
                facts.State(RelationType.Attended, person.Entity, scene.Entity, s, Rule, cue: new Cue(scene.End, clauses[c].End));
        }
    }

    private static void ReadSentence(PageFacts facts, EventScenes events, int s, int start, int end)
    {
        var waiting = new List<EntityMention>();
        var clauseStart = start;
        foreach (var (from, to) in Clauses.Of(facts.Text, start, end))
        {
            waiting.AddRange(facts.Between(s, from, to).Where(mention => mention.Type is EntityType.Person));
            clauseStart = Math.Min(clauseStart, from);
            var (index, word) = Clauses.First(facts.Text, from, to, _triggers);
            if (Clauses.First(facts.Text, from, to, _organizationTriggers) is ( >= 0, _) came && !IsQuoted(facts.Text, start, came.Index) && events.For(s, from, to) is { } gathering)
                ReadOrganizations(facts, s, from, to, gathering);

            if (index < 0)
                continue;

            var text = facts.Text[from..to];
            var isOther = _noAttendance.Any(phrase => text.Contains(phrase, StringComparison.Ordinal));
            if (!isOther && !IsQuoted(facts.Text, start, index) && events.For(s, from, to) is { } scene)
            {
                foreach (var person in Attendees(facts, s, waiting, from, to, index, word))
                    facts.State(RelationType.Attended, person.Entity, scene, s, Rule, new Qualifiers { Role = word }, cue: Cue.At(index, word));
            }

            waiting.Clear();
        }
    }

    // 会见来华出席峰会的某国总统某某: who stands behind was there.
    private static IEnumerable<EntityMention> Attendees(PageFacts facts, int s, List<EntityMention> waiting, int from, int to, int index, string word)
    {
        if (facts.Text.AsSpan(from, index - from).IndexOf("会见") >= 0)
            return facts.Between(s, index, to).Where(mention => mention.Type == EntityType.Person);

        return waiting.Where(person => (person.End <= index || word is "为获奖" or "颁奖") && !IsQuotedLeader(facts.Text, person.End));
    }

    // 学习某某总书记关于…的论述: cited, not there.
    private static bool IsQuotedLeader(string text, int end)
    {
        var rest = text.AsSpan(end, Math.Min(8, text.Length - end));
        return rest.IndexOf("关于") >= 0 || rest.IndexOf("重要") >= 0 || rest.IndexOf("提出") >= 0 || rest.IndexOf("特别代表") >= 0 || rest.StartsWith("新时代") || rest.IndexOf("同志为核心") >= 0;
    }

    private static void ReadOrganizations(PageFacts facts, int s, int from, int to, EntityDraft scene)
    {
        var (index, word) = Clauses.First(facts.Text, from, to, _organizationTriggers);
        if (index < 0)
            return;

        // An organization that is somebody's employer here stands before a title and a name, not before 参加.
        var last = facts.Between(s, from, index).LastOrDefault();
        if (last.Entity is null || last.Type != EntityType.Organization)
            return;

        foreach (var organization in facts.Between(s, from, index).Where(mention => mention.Type == EntityType.Organization))
            facts.State(RelationType.Attended, organization.Entity, scene, s, Rule, cue: Cue.At(index, word));
    }

    private static bool IsQuoted(string text, int start, int index)
    {
        var depth = 0;
        for (var i = start; i < index; i++)
            depth += text[i] == '“' ? 1 : text[i] == '”' ? -1 : 0;

        return depth > 0;
    }
}
