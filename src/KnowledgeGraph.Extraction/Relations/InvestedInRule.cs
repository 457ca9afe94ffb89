using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who put money into what: A投资3亿元建设P; P由A投资建设; A收购B股权; 由A领投、B跟投; A、B共同出资设立F.</summary>
internal static class InvestedInRule
{
    private const string Rule = "investment";

    private static readonly string[] _triggers =
        ["投资建设", "投资", "出资人", "出资方", "投资方", "出资", "斥资", "注资", "入股", "参股", "增资", "收购", "领投", "跟投", "控股", "资助", "投向", "合资", "并购", "筹资", "买下", "拿下", "提供资金", "投入", "捐资"];

    // 投资环境, 投资者, 签订投资协议: no one invests.
    private static readonly string[] _otherUses =
    [
        "推介", "环境", "者", "促进", "兴业", "合作", "协议", "额", "强度", "领域", "方向", "人", "意向", "机会", "热", "信心", "股东", "子公司", "价值", "标的", "机构", "公司", "基金",
        "使用", "运营", "生产", "运行", "建设运营",
    ];

    private static readonly string[] _plans = ["拟", "计划", "打算", "考虑", "将"];

    private static readonly string[] _founds = ["设立", "成立", "组建"];

    private static readonly string[] _owned = ["独资", "全资", "总部", "子公司"];

    public static void Apply(PageFacts facts)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            EntityDraft? financed = null;
            foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _triggers))
            {
                if (IsInvesting(facts, s, index, word))
                    financed = new Reading(facts, s, index, word).Read(financed) ?? financed;
            }
        }
    }

    private static bool IsInvesting(PageFacts facts, int s, int index, string word) =>
        !(index > 0 && (facts.Text[index - 1] is '总' or '招' or '被' or '商' || (facts.Text[index - 1] == '资' && word is "控股")))
        && !(word is "投资" or "控股" or "收购" or "投入" or "增资" && Array.Exists(_otherUses, use => string.CompareOrdinal(facts.Text, index + word.Length, use, 0, use.Length) == 0))
        && !(word is "投入" && Amounts.First(facts.Text, index, Math.Min(facts.Text.Length, index + 14)) is null)
        && !facts.MentionsIn(s).Any(mention => mention.Start <= index && mention.End > index);

    /// <summary>One verb of investing in its sentence.</summary>
    private sealed class Reading
    {
        private readonly PageFacts _facts;
        private readonly int _sentence;
        private readonly int _index;
        private readonly string _word;
        private readonly int _start;
        private readonly int _end;
        private readonly int _clause;

        public Reading(PageFacts facts, int sentence, int index, string word)
        {
            (_facts, _sentence, _index, _word) = (facts, sentence, index, word);
            _start = Math.Max(facts.Page.Sentences[sentence].Start, Clauses.Last(facts.Text, facts.Page.Sentences[sentence].Start, index, '；') + 1);
            var stop = facts.Text.IndexOfAny(['；', '。'], index, facts.Page.Sentences[sentence].End - index);
            _end = stop < 0 ? facts.Page.Sentences[sentence].End : stop;
            _clause = Clauses.StartOf(facts.Text, _start, index);
        }

        /// <summary>States who invested in what. Gives what was financed, so that a second investor of the sentence (…跟投) finds it.</summary>
        public EntityDraft? Read(EntityDraft? financed)
        {
            if (_word is "出资人" or "出资方" or "投资方")
                return ReadNamedInvestors();

            if (_index > _clause && _facts.Text[_index - 1] == '的')
                return ReadCompleted();

            var by = Clauses.Last(_facts.Text, _clause, _index, '由', '被', '获');
            return by >= 0 || _word is "领投" or "跟投" ? ReadPassive(by, financed) : ReadActive();
        }

        // 基金正式发布，出资人为A、B和C
        private EntityDraft? ReadNamedInvestors()
        {
            var comma = _facts.Text.IndexOf('，', _index, _end - _index);
            var investors = Organizations(_index, comma < 0 ? _end : comma);
            var target = _facts.Between(_sentence, _start, _index).LastOrDefault(IsTarget).Entity;
            return target is null ? null : State(investors, target);
        }

        private EntityDraft? ReadPassive(int by, EntityDraft? financed)
        {
            var isRound = _word is "领投" or "跟投";
            var edge = by >= 0 ? by : _clause;
            var investors = OrganizedRule.Chain(_facts.Text, Organizations(by >= 0 ? by + 1 : _clause, _index));
            var target = (isRound ? financed : null)
                ?? _facts.Between(_sentence, _clause, edge).LastOrDefault(IsTarget).Entity
                ?? Subject(edge)
                ?? (isRound ? Earlier() : After());
            return target is null ? null : State(investors, target);
        }

        private EntityDraft? ReadActive()
        {
            var given = _facts.Between(_sentence, _clause, _index).LastOrDefault(mention => IsTarget(mention) && mention.Start > _clause && (_facts.Text[mention.Start - 1] == '向' ? _word is "增资" or "注资" or "投资" or "出资" : _facts.Text[mention.Start - 1] == '对' && _word is "增资" or "注资"));
            var own = OrganizedRule.Chain(_facts.Text, Organizations(_clause, given.Entity is null ? _index : given.Start));
            if (own.Count == 0 && (Subject(_clause) ?? Earlier()) is { Type: EntityType.Organization } subject)
                own = [new EntityMention(_start, _start, subject)];

            if (Clauses.Last(_facts.Text, _start, _clause, '由') is >= 0 and var lead && _facts.Text.IndexOf("牵头", lead, _clause - lead, StringComparison.Ordinal) is >= 0 and var led)
                own = [.. Organizations(lead, led), .. own];

            if (_word is "参股" && _facts.Text.AsSpan(_index + 2).StartsWith("企业") && Subject(_clause) is { } held && own.Count > 0)
                return State([own[^1]], held);

            var found = given.Entity ?? After() ?? (HasAmount() && Subject(_clause) is { } about && own.TrueForAll(one => one.Entity != about) ? about : null);
            if (found is null || own.Count == 0)
                return null;

            var rest = _facts.Text.AsSpan(_index, _end - _index);
            foreach (var verb in _founds)
            {
                if (rest.IndexOf(verb) is >= 0 and < 24 && found.Type == EntityType.Organization && ContainsAny(rest, _owned))
                    _facts.State(RelationType.PartOf, found, own[^1].Entity, _sentence, Rule, cue: Cue.At(_index, _word));
            }

            foreach (var other in given.Entity is null ? Others(found) : [])
                State(own, other);

            return State(own, found);
        }

        // 投资A、B、C等11家企业
        private IEnumerable<EntityDraft> Others(EntityDraft first)
        {
            var named = _facts.Between(_sentence, _index, _end).Where(IsTarget).ToList();
            for (var i = named.FindIndex(mention => mention.Entity == first); i >= 0 && i + 1 < named.Count && _facts.Text[named[i].End..named[i + 1].Start] is "、" or "和" or "及" or "与"; i++)
                yield return named[i + 1].Entity;
        }

        private bool HasAmount() => _word is not "投向" && Amounts.First(_facts.Text, _clause, Math.Min(_end, _index + 20)) is not null;

        // 完成对A股权的收购
        private EntityDraft? ReadCompleted()
        {
            var to = Clauses.Last(_facts.Text, _clause, _index, '对');
            var target = to < 0 ? null : _facts.Between(_sentence, to, _index).FirstOrDefault(IsTarget).Entity;
            var buyer = to < 0 ? default : Organizations(_clause, to).LastOrDefault();
            return target is null || buyer.Entity is null ? null : State([buyer], target);
        }

        private EntityDraft State(List<EntityMention> investors, EntityDraft target)
        {
            var qualifiers = new Qualifiers { Amount = Amounts.First(_facts.Text, _clause, Math.Min(_end, _index + 30)) };
            var status = ContainsAny(_facts.Text.AsSpan(_clause, _index - _clause), _plans) ? RelationStatus.Planned : RelationStatus.Occurred;
            foreach (var investor in investors)
            {
                _facts.State(RelationType.InvestedIn, investor.Entity, target, _sentence, Rule, qualifiers, status, Cue.At(_index, _word));
                if (target.Type == EntityType.Project)
                    _facts.State(RelationType.Organized, investor.Entity, target, _sentence, Rule, null, status, Cue.At(_index, _word));
            }

            return target;
        }

        private List<EntityMention> Organizations(int start, int end) =>
            [.. _facts.Between(_sentence, start, end).Where(mention => mention.Type == EntityType.Organization)];

        // What the sentence is about before a place of it: of A的B, B.
        private EntityDraft? Subject(int before)
        {
            foreach (var (from, to) in Clauses.Of(_facts.Text, _start, before))
            {
                var named = _facts.Between(_sentence, from, to).Where(IsTarget).ToList();
                if (named.Count > 0)
                    return named.Count > 1 && _facts.Text[named[0].End] == '的' && named[1].End >= to - 4 ? named[1].Entity : named[0].Entity;
            }

            return null;
        }

        // What the money goes into: not who else pays (与A, 联合A), not who sells (从A手中), not the subject of the next clause; of A的B, B.
        private EntityDraft? After()
        {
            var named = _facts.Between(_sentence, _index + _word.Length, _end).Where(IsTarget).ToList();
            for (var i = 0; i < named.Count; i++)
            {
                var before = _facts.Text[named[i].Start - 1];
                if (before is '从' or '与' or '由' or '同' || _facts.Text.AsSpan(0, named[i].Start).EndsWith("联合"))
                    continue;

                if (before is '，' && named[i].Start > _index + _word.Length + 1)
                    return null;

                return i + 1 < named.Count && _facts.Text[named[i].End] == '的' && named[i + 1].Start == named[i].End + 1 ? named[i + 1].Entity : named[i].Entity;
            }

            return null;
        }

        // The subject of the sentence before, in the same part of the article.
        private EntityDraft? Earlier()
        {
            if (_sentence == 0)
                return null;

            var (here, before) = (_facts.Page.Sentences[_sentence], _facts.Page.Sentences[_sentence - 1]);
            return here.Article == before.Article && here.Section == before.Section && !before.IsHeadline
                ? _facts.MentionsIn(_sentence - 1).FirstOrDefault(mention => mention.Type == EntityType.Organization).Entity
                : null;
        }

        private static bool IsTarget(EntityMention mention) => mention.Type is EntityType.Project or EntityType.Organization;

        private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
        {
            foreach (var word in words)
            {
                if (text.IndexOf(word) >= 0)
                    return true;
            }

            return false;
        }
    }
}
