using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Parties to a signing: A、B分别与C签约; A与B、C与D分别签约; A同B签署协议.</summary>
internal static class SignedWithRule
{
    private const string Rule = "signing";

    private static readonly string[] _triggers = ["签约", "签署", "签订", "签下", "续签", "签了", "签署了", "签"];

    public static void Apply(PageFacts facts)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            foreach (var (start, end) in Segments(facts.Text, sentence.Start, sentence.End))
                ReadSegment(facts, s, start, end);
        }
    }

    private static IEnumerable<(int Start, int End)> Segments(string text, int start, int end)
    {
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && text[i] is not ('；' or '：'))
                continue;

            if (i > from)
                yield return (from, i);

            from = i + 1;
        }
    }

    private static void ReadSegment(PageFacts facts, int s, int start, int end)
    {
        foreach (var (index, word) in Clauses.All(facts.Text, start, end, _triggers))
        {
            var clauseStart = ClauseStart(facts, s, start, index);
            var parties = facts.Between(s, clauseStart, index).Where(mention => mention.Type is EntityType.Organization or EntityType.Project or EntityType.Place).ToList();
            var links = new List<int>();
            for (var i = 0; i + 1 < parties.Count; i++)
            {
                if (IsLink(facts.Text[parties[i].End..Math.Max(parties[i].End, parties[i + 1].Start)]))
                    links.Add(i);
            }

            if (links.Count == 0 && parties.Count > 0 && facts.Text.IndexOf("对方", index, end - index, StringComparison.Ordinal) is >= 0 and var others)
            {
                foreach (var other in facts.Between(s, others, end).Where(mention => mention.Type == EntityType.Organization))
                    facts.State(RelationType.SignedWith, parties[^1].Entity, other.Entity, s, Rule, cue: Cue.At(index, word));
            }

            if (links.Count == 0)
                continue;

            if (links.Count == 1)
            {
                var left = OrganizedRule.Chain(facts.Text, parties[..(links[0] + 1)]);
                var right = parties[(links[0] + 1)..];
                if (left.Count > 1 && left.Count == right.Count && Clauses.First(facts.Text, left[^1].End, index, ["分别", "各自"]).Index >= 0)
                {
                    // A、B、C分别与X、Y、Z签约
                    foreach (var (a, b) in left.Zip(right))
                        facts.State(RelationType.SignedWith, a.Entity, b.Entity, s, Rule, cue: Cue.At(index, word));

                    continue;
                }

                foreach (var a in left)
                {
                    foreach (var b in right)
                    {
                        facts.State(RelationType.SignedWith, a.Entity, b.Entity, s, Rule, cue: Cue.At(index, word));
                        if (facts.Text.AsSpan(index, Math.Min(10, end - index)).IndexOf("投资协议") >= 0 && IsFund(a.Entity.Name))
                            facts.State(RelationType.InvestedIn, a.Entity, b.Entity, s, Rule, cue: Cue.At(index, word));
                    }
                }
            }
            else
            {
                foreach (var link in links)
                    facts.State(RelationType.SignedWith, parties[link].Entity, parties[link + 1].Entity, s, Rule, cue: Cue.At(index, word));
            }
        }
    }

    private static bool IsFund(string name) => name.Contains("基金", StringComparison.Ordinal) || name.EndsWith("资本", StringComparison.Ordinal) || name.EndsWith("创投", StringComparison.Ordinal);

    // The parties may be a clause before the verb: …、… 分别与…签约.
    private static int ClauseStart(PageFacts facts, int s, int start, int index)
    {
        var comma = Clauses.Last(facts.Text, start, index, '，');
        return comma >= 0 && facts.Between(s, comma, index).Count(mention => mention.Type is EntityType.Organization or EntityType.Project or EntityType.Place) >= 2 ? comma + 1 : start;
    }

    private static bool IsLink(string gap) =>
        gap.Length <= 14 && !gap.Contains('，')
        && (gap.Contains('与') || gap.Contains('同') || gap.Contains('和') || gap.Contains('跟'));
}
