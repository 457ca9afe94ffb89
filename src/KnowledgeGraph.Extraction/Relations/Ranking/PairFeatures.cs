using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Extraction.Relations.Ranking;

/// <summary>What speaks for and against a relation from one entity to another: the words around and between them, what the rules said, their names.</summary>
internal sealed class PairFeatures
{
    private const int Near = 10;

    private readonly PageFacts _facts;
    private readonly IReadOnlyList<SentenceTokens> _sentences;
    private readonly EventScenes _scenes;
    private readonly ClassLexicon _anchors;
    private readonly Dictionary<(EntityDraft, EntityDraft), List<Statement>> _stated = [];
    private readonly Dictionary<(EntityDraft, Graph.RelationType), int> _asHead = [];
    private readonly Dictionary<(EntityDraft, Graph.RelationType), int> _asTail = [];
    private readonly List<uint> _features = [];
    private readonly List<(uint Feature, Cue Word)> _words = [];

    public PairFeatures(PageFacts facts, IReadOnlyList<SentenceTokens> sentences, EventScenes scenes, ClassLexicon anchors)
    {
        (_facts, _sentences, _scenes, _anchors) = (facts, sentences, scenes, anchors);
        foreach (var statement in facts.Statements)
        {
            if (!_stated.TryGetValue((statement.Head, statement.Tail), out var list))
                _stated[(statement.Head, statement.Tail)] = list = [];

            list.Add(statement);
            _asHead[(statement.Head, statement.Type)] = _asHead.GetValueOrDefault((statement.Head, statement.Type)) + 1;
            _asTail[(statement.Tail, statement.Type)] = _asTail.GetValueOrDefault((statement.Tail, statement.Type)) + 1;
        }
    }

    /// <summary>The pairs of entities that stand together.</summary>
    public List<EntityPair> Pairs() => EntityPairs.Of(_facts, _sentences, _scenes, EndingOf);

    /// <summary>The features of a relation that leads from the first of a pair to the second, or back.</summary>
    public uint[] Of(EntityPair pair, bool isForward)
    {
        _features.Clear();
        _words.Clear();
        var (head, tail) = isForward ? (pair.First, pair.Second) : (pair.Second, pair.First);
        AddNames(head, tail);
        AddRules(head, tail);
        Add(1, Bucket(pair.Count), Bucket(head.Mentions.Count), Bucket(tail.Mentions.Count));
        Add(2, Bucket(pair.Count));
        foreach (var (where, swapped) in pair.Encounters)
        {
            if (where.Left == where.Right)
                AddSentence(where, head, tail, isForward != swapped);
            else
                AddApart(where, head, tail, isForward != swapped);
        }

        return [.. _features.Distinct()];
    }

    /// <summary>The features of <see cref="Of"/> that are single words of a sentence, with where they stand.</summary>
    public IReadOnlyList<(uint Feature, Cue Word)> WordsOf(EntityPair pair, bool isForward)
    {
        Of(pair, isForward);
        return _words;
    }

    /// <summary>Whether a rule stated it.</summary>
    public bool IsStated(Graph.RelationType type, EntityDraft head, EntityDraft tail) =>
        _stated.GetValueOrDefault((head, tail), []).Exists(statement => statement.Type == type)
        || (Graph.Ontology.Of(type).IsSymmetric && _stated.GetValueOrDefault((tail, head), []).Exists(statement => statement.Type == type));

    private void Add(uint template, uint a = 0, uint b = 0, uint c = 0, uint d = 0) => _features.Add(CharacterFeatures.Hash(200 + template, a, b, c, d));

    private void AddWord(uint template, uint types, SentenceTokens tokens, int index)
    {
        Add(100 + template, types, tokens.Family(index));
        Add(template, types, tokens.Class(index));
        if (index >= 0 && index < tokens.Count && tokens[index].Entity is null && !tokens[index].IsMark)
            _words.Add((_features[^1], new Cue(tokens[index].Start, tokens[index].End)));
    }

    private void AddNames(EntityDraft head, EntityDraft tail)
    {
        var (h, t) = (TypesOf(head), TypesOf(tail));
        var (headEnding, tailEnding) = (EndingOf(head.Name), EndingOf(tail.Name));
        Add(3, h, t);
        Add(4, headEnding, t);
        Add(5, h, tailEnding);
        Add(6, headEnding, tailEnding);
        Add(7, LastOf(head.Name), t);
        Add(8, h, LastOf(tail.Name));
        var within = head.Name.StartsWith(tail.Name, StringComparison.Ordinal) ? 1u : head.Name.Contains(tail.Name, StringComparison.Ordinal) ? 2u
            : tail.Name.StartsWith(head.Name, StringComparison.Ordinal) ? 3u : tail.Name.Contains(head.Name, StringComparison.Ordinal) ? 4u
            : head.Name[..Math.Min(2, head.Name.Length)] == tail.Name[..Math.Min(2, tail.Name.Length)] ? 5u : 0u;
        Add(9, within, h, t);
        Add(10, within, headEnding, tailEnding);
    }

    private void AddRules(EntityDraft head, EntityDraft tail)
    {
        foreach (var statement in _stated.GetValueOrDefault((head, tail), []))
        {
            Add(11, 1 + (uint)statement.Type, CharacterFeatures.HashOf(statement.Rule));
            Add(12, 1 + (uint)statement.Type, (uint)head.Type, (uint)tail.Type);
        }

        foreach (var statement in _stated.GetValueOrDefault((tail, head), []))
            Add(13, 1 + (uint)statement.Type, CharacterFeatures.HashOf(statement.Rule));

        foreach (var type in Enum.GetValues<Graph.RelationType>())
        {
            if (_asHead.GetValueOrDefault((head, type)) is > 0 and var many)
                Add(14, 1 + (uint)type, Bucket(many), (uint)tail.Type);

            if (_asTail.GetValueOrDefault((tail, type)) is > 0 and var times)
                Add(15, 1 + (uint)type, Bucket(times), (uint)head.Type);
        }
    }

    private void AddSentence(Encounter where, EntityDraft head, EntityDraft tail, bool isForward)
    {
        var tokens = _sentences[where.Left];
        var (l, r, d) = (where.LeftToken, where.RightToken, isForward ? 1u : 2u);
        var types = d * 1000 + (uint)head.Type * 10 + (uint)tail.Type;
        var (leftList, rightList) = (tokens.ListOf(l), tokens.ListOf(r));
        var isOneList = leftList == rightList && leftList.First != leftList.Last;
        var (commas, mentions) = (0, 0);
        for (var i = l + 1; i < r; i++)
        {
            commas += tokens[i].Start < tokens[i].End && _facts.Text[tokens[i].Start] is '，' or '；' ? 1 : 0;
            mentions += tokens[i].Entity is null ? 0 : 1;
        }

        Add(20, types, Bucket(r - l), Bucket(commas));
        Add(21, types, Bucket(mentions), Bucket(commas));
        Add(22, types, isOneList ? 1u : 0, _facts.Page.Sentences[where.Left].IsHeadline ? 1u : 0);
        Add(23, types, r - l == 2 ? tokens.Class(l + 1) : r - l == 1 ? 1u : 0);
        AddWord(24, types, tokens, l + 1);
        AddWord(25, types, tokens, r - 1);
        AddWord(26, types, tokens, l - 1);
        AddWord(27, types, tokens, r + 1);
        Add(28, types, tokens.Class(r + 1), tokens.Class(r + 2));
        Add(29, types, tokens.Class(l - 2), tokens.Class(l - 1));
        Add(30, types, tokens.Class(l + 1), tokens.Class(l + 2));
        Add(31, types, tokens.Class(r - 2), tokens.Class(r - 1));
        Add(32, types, tokens.Class(l + 1), tokens.Class(r - 1));

        // What stands around the lists that the two are in holds for each of the list.
        var (after, before, beyond, outer) = (tokens.Class(leftList.Last + 1), tokens.Class(rightList.First - 1), tokens.Class(rightList.Last + 1), tokens.Class(leftList.First - 1));
        AddWord(33, types, tokens, leftList.Last + 1);
        AddWord(34, types, tokens, rightList.First - 1);
        AddWord(35, types, tokens, rightList.Last + 1);
        Add(36, types, outer);
        Add(37, types, after, before);
        Add(38, types, after, tokens.Class(leftList.Last + 2));
        Add(39, types, tokens.Class(rightList.First - 2), before);
        Add(40, types, beyond, tokens.Class(rightList.Last + 2));

        for (var i = l + 1; i < r; i++)
        {
            if (i - l > Near && r - i > Near)
                continue;

            AddWord(41, types, tokens, i);
            Add(42, types, tokens.Class(i), tokens.Class(i + 1));
            if (tokens[i].IsVerb)
                Add(43, types, tokens.Class(i), Bucket(commas));
        }

        for (var i = r + 1; i < tokens.Count && i <= r + Near; i++)
        {
            AddWord(44, types, tokens, i);
            if (tokens[i].IsVerb)
                Add(45, types, tokens.Class(i), Bucket(i - r));
        }

        for (var i = Math.Max(0, l - Near); i < l; i++)
            AddWord(46, types, tokens, i);

        var (verbBefore, verbBetween, verbAfter) = (tokens.Verb(l - 1, -1), tokens.Verb(l + 1, r), tokens.Verb(rightList.Last + 1, tokens.Count));
        Add(47, types, verbBetween);
        Add(48, types, verbAfter);
        Add(49, types, verbBefore);
        Add(50, types, verbBetween, verbAfter);
        var (familyBefore, familyBetween, familyAfter) = (tokens.VerbFamily(l - 1, -1), tokens.VerbFamily(l + 1, r), tokens.VerbFamily(rightList.Last + 1, tokens.Count));
        Add(147, types, familyBetween);
        Add(148, types, familyAfter);
        Add(149, types, familyBefore);
        Add(150, types, familyBetween, familyAfter);
        Add(151, types, familyBefore, familyBetween);
        Add(152, types, tokens.Family(l + 1), tokens.Family(r - 1));
        Add(153, types, tokens.Family(l + 1), tokens.Family(l + 2));
        Add(154, types, tokens.Family(r - 2), tokens.Family(r - 1));
        Add(155, types, tokens.Family(leftList.Last + 1), tokens.Family(rightList.First - 1));
        Add(51, types, tokens.Path(l, r, _facts.Text));
        Add(52, types, tokens.Nearest(l, r) ? 1u : 0, tokens.Nearest(r, l) ? 1u : 0);
        AddPost(tokens, head.Type == Graph.EntityType.Person ? (isForward ? l : r) : -1, types, tail, tokens.Nearest(l, r) && tokens.Nearest(r, l));
        if (head.Type == Graph.EntityType.Event || tail.Type == Graph.EntityType.Event)
            Add(53, types, _scenes.Of(where.Left) is { } scene && (scene == head || scene == tail) ? 1u : 0);
    }

    private void AddApart(Encounter where, EntityDraft head, EntityDraft tail, bool isForward)
    {
        var (left, right) = (_sentences[where.Left], _sentences[where.Right]);
        var (l, r, d) = (where.LeftToken, where.RightToken, isForward ? 1u : 2u);
        var types = d * 1000 + (uint)head.Type * 10 + (uint)tail.Type;
        var list = right.ListOf(r);
        AddPost(isForward ? left : right, head.Type == Graph.EntityType.Person ? (isForward ? l : r) : -1, types, tail, left.IsLast(l) && right.IsFirst(r));
        AddSubject(left, right, r, types);
        Add(60, types, Bucket(where.Right - where.Left), _facts.Page.Sentences[where.Left].IsHeadline ? 1u : 0);
        AddWord(61, types, right, list.Last + 1);
        Add(62, types, right.Class(list.First - 1));
        AddWord(63, types, right, r + 1);
        Add(64, types, right.Class(r - 1));
        Add(65, types, left.Class(l + 1));
        Add(66, types, left.Class(l - 1));
        Add(67, types, right.Class(0));
        Add(68, types, right.Class(0), right.Class(1));
        Add(69, types, right.Verb(list.Last + 1, right.Count));
        Add(70, types, right.Verb(r - 1, -1));
        Add(169, types, right.VerbFamily(list.Last + 1, right.Count));
        Add(170, types, right.VerbFamily(r - 1, -1));
        Add(171, types, left.VerbFamily(l + 1, left.Count));
        Add(71, types, left.Verb(l + 1, left.Count));
        for (var i = Math.Max(0, r - Near); i < Math.Min(right.Count, r + Near); i++)
        {
            if (right[i].IsVerb)
                Add(72, types, right.Class(i), i < r ? 0u : 1u);
        }

        for (var i = 0; i < Math.Min(right.Count, 3); i++)
            Add(73, types, right.Class(i));

        var scene = _scenes.Of(where.Right) is { } told ? told == head || told == tail ? 1u : 2u : 0u;
        Add(74, types, scene, right.Verb(list.Last + 1, right.Count));
        Add(75, types, scene);
        Add(76, types, left.IsFirst(l) ? 1u : 0, right.IsFirst(r) ? 1u : 0);
    }

    // 院长 and a hospital, 校长 and a school: the post before a person, or before the list that the person is in, and what kind the other is of.
    private void AddPost(SentenceTokens tokens, int person, uint types, EntityDraft other, bool isNearest)
    {
        if (person < 0)
            return;

        var post = tokens.ListOf(person).First - 1;
        var ending = EndingOf(other.Name);
        Add(180, types, tokens.Class(post), ending);
        Add(181, types, tokens.Class(post), ending, isNearest ? 1u : 0);
        Add(182, types, tokens.Family(post), ending, isNearest ? 1u : 0);
        Add(183, types, tokens.IsTitle(post) ? 1u : 0, isNearest ? 1u : 0);
    }

    // 代表团一行先后走进: who acts in the later sentence, and what the earlier one told of.
    private void AddSubject(SentenceTokens left, SentenceTokens right, int r, uint types)
    {
        var (persons, first) = (0, 0u);
        for (var i = 0; i < r; i++)
        {
            persons += right[i].Entity?.Type == Graph.EntityType.Person ? 1 : 0;
            first = first == 0 && right[i].Entity is not null ? right[i].Class : first;
        }

        var verb = right.VerbFamily(r - 1, -1);
        Add(184, types, Bucket(persons), first);
        Add(185, types, Bucket(persons), verb);
        Add(186, types, right.Family(0), verb);
        for (var i = 0; i < left.Count; i++)
        {
            if (left[i].IsVerb)
                Add(187, types, left.Class(i));
        }

        for (var i = 0; i < r; i++)
        {
            if (!right[i].IsMark && right[i].Entity is null)
                Add(188, types, right.Class(i));
        }
    }

    private uint EndingOf(string name) => _anchors.Suffix(name) is ( > 0, var kind) ? 1 + (uint)kind : 0;

    private static uint LastOf(string name) => name.Length == 0 ? 0u : name[^1];

    private static uint TypesOf(EntityDraft entity)
    {
        var types = 1u << (int)entity.Type;
        foreach (var other in entity.OtherTypes)
            types |= 1u << (8 + (int)other);

        return types;
    }

    private static uint Bucket(int count) => count switch { < 4 => (uint)Math.Max(0, count), < 6 => 4, < 9 => 5, < 15 => 6, < 30 => 7, _ => 8 };
}
