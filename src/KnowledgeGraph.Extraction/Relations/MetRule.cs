using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who met whom in person: A会见B; A与B座谈; 与A交谈时B表示.</summary>
internal static class MetRule
{
    private const string Rule = "meeting";

    private static readonly string[] _triggers =
        ["会见", "会谈", "座谈", "面对面交流", "深入交流", "交流", "交谈", "洽谈", "交换意见", "交换了意见", "边走边聊", "会晤", "面谈", "举行会谈", "通话", "磋商", "商谈", "商讨", "拉家常", "拉起家常", "切磋"];

    public static void Apply(PageFacts facts)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            if (sentence.IsHeadline)
                continue;

            foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _triggers))
                Read(facts, s, sentence.Start, sentence.End, index, word);
        }
    }

    private static void Read(PageFacts facts, int s, int start, int end, int index, string word)
    {
        if (facts.MentionsIn(s).Any(mention => mention.Start <= index && mention.End > index))
            return;

        var persons = facts.MentionsIn(s).Where(mention => mention.Type == EntityType.Person).ToList();
        var (hosts, guests) = (new List<EntityMention>(), new List<EntityMention>());
        if (word == "会见")
        {
            hosts = [.. persons.Where(person => person.End <= index)];
            var stop = index < end ? facts.Text.IndexOfAny(['。', '；'], index, end - index) : -1;
            guests = [.. persons.Where(person => person.Start > index && person.Start < (stop < 0 ? end : stop) && IsNear(facts.Text, index, person.Start))];
        }
        else
        {
            // 与 or 同 begins the partners, who end at the verb.
            var clauseStart = Clauses.StartOf(facts.Text, start, index);
            var with = Clauses.Last(facts.Text, start, index, '与', '同', '和');
            while (with > start && persons.All(person => person.Start < with || person.Start >= index))
                with = Clauses.Last(facts.Text, start, with, '与', '同', '和');

            if (with < start)
                return;

            guests = [.. persons.Where(person => person.Start > with && person.End <= index)];
            hosts = [.. persons.Where(person => person.End <= with)];
            if (hosts.Count > 0 && clauseStart > start)
            {
                var inClause = hosts.Where(person => person.Start >= Clauses.StartOf(facts.Text, start, with)).ToList();
                hosts = inClause.Count > 0 ? inClause : hosts;
            }
        }

        if (hosts.Count == 0 && HostBehind(facts.Text, persons, guests, index + word.Length, end) is { } speaker)
            hosts = [speaker];

        if (hosts.Count == 0 && PersonBefore(facts, s) is { } subject)
            hosts = [subject];

        foreach (var host in hosts)
        {
            foreach (var guest in guests)
                facts.State(RelationType.Met, host.Entity, guest.Entity, s, Rule, cue: Cue.At(index, word));
        }
    }

    // 会见A时，B表示; 与A交流时，B说: who speaks is who met.
    private static EntityMention? HostBehind(string text, List<EntityMention> persons, List<EntityMention> guests, int position, int end)
    {
        var from = guests.Count > 0 ? Math.Max(position, guests[^1].End) : position;
        var comma = end > from ? text.IndexOf('，', from, Math.Min(6, end - from)) : -1;
        if (comma <= from || text[comma - 1] is not ('时' or '中'))
            return null;

        var speaker = persons.Find(person => person.Start > comma && !guests.Exists(guest => guest.Entity == person.Entity));
        return speaker.Entity is not null && speaker.Start - comma <= 24 ? speaker : null;
    }

    private static bool IsNear(string text, int index, int start) => text.AsSpan(index, start - index).IndexOf('，') is var comma && (comma < 0 || comma > 60);

    private static EntityMention? PersonBefore(PageFacts facts, int s)
    {
        var sentence = facts.Page.Sentences[s];
        for (var earlier = s - 1; earlier >= 0; earlier--)
        {
            if (facts.Page.Sentences[earlier].Article != sentence.Article || facts.Page.Sentences[earlier].Section != sentence.Section)
                return null;

            var person = facts.MentionsIn(earlier).FirstOrDefault(mention => mention.Type == EntityType.Person);
            if (person.Entity is not null)
                return person;
        }

        return null;
    }
}
