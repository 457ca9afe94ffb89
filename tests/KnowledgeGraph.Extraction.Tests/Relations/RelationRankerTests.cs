using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Relations;
using KnowledgeGraph.Extraction.Relations.Ranking;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests.Relations;

public sealed class RelationRankerTests
{
    private static readonly Extractor _extractor = new();
    private static readonly Segmenter _segmenter = new();
    private static readonly WordClusters _clusters = new();

    [Fact]
    public void Each_statement_has_a_confidence_at_or_above_the_threshold_of_its_type()
    {
        var thresholds = new Thresholds();

        var page = _extractor.Extract(Pages.Plain(Pages.TwoArticles));

        page.Relations.Should().NotBeEmpty().And.OnlyContain(relation => relation.Confidence >= thresholds.Of(relation.Type, isStated: relation.Rule != "ranker") && relation.Confidence <= 1);
    }

    [Fact]
    public void Reading_a_page_again_gives_the_same_confidences()
    {
        var (first, second) = (_extractor.Extract(Pages.Plain(Pages.TwoArticles)), _extractor.Extract(Pages.Plain(Pages.TwoArticles)));

        second.Relations.Select(relation => relation.Confidence).Should().Equal(first.Relations.Select(relation => relation.Confidence));
    }

    [Fact]
    public void Names_joined_by_a_mark_or_by_and_are_one_list_and_a_comma_ends_it()
    {
        const string Text = "杜鹏程、副市长宋雨晴和叶青到场，马晓峰主持。";
        var facts = Facts(Text, "杜鹏程", "宋雨晴", "叶青", "马晓峰");

        var tokens = new SentenceTokens(facts, 0, _segmenter, _clusters);

        var persons = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Entity is not null).ToList();
        persons.Take(3).Select(tokens.ListOf).Distinct().Should().ContainSingle().Which.Should().Be((persons[0], persons[2]));
        tokens.ListOf(persons[3]).Should().Be((persons[3], persons[3]));
    }

    [Fact]
    public void Two_names_of_one_sentence_and_of_neighbouring_sentences_are_pairs_but_not_those_far_apart()
    {
        var facts = Facts("杜鹏程讲话。宋雨晴主持。今天晴。明天晴。叶青报道。", "杜鹏程", "宋雨晴", "叶青");
        var sentences = Enumerable.Range(0, facts.Page.Sentences.Count).Select(s => new SentenceTokens(facts, s, _segmenter, _clusters)).ToList();

        var pairs = EntityPairs.Of(facts, sentences, new EventScenes(facts), _ => 0);

        pairs.Select(pair => (pair.First.Name, pair.Second.Name)).Should().Equal(("杜鹏程", "宋雨晴"));
    }

    [Fact]
    public void A_relation_that_the_ontology_does_not_permit_is_no_candidate()
    {
        var candidates = _extractor.Candidates(Pages.Plain(Pages.TwoArticles)).ToList();

        candidates.Should().NotBeEmpty().And.OnlyContain(candidate => candidate.Types.All(type => PageFacts.Permits(type.Type, candidate.Head, candidate.Tail)));
    }

    // The page as it is after linking, with these persons found.
    private static PageFacts Facts(string text, params string[] persons)
    {
        var page = PageBuilder.Build(Pages.Plain(text));
        var entities = persons
            .Select(person =>
            {
                var at = page.Text.IndexOf(person, StringComparison.Ordinal);
                var draft = new EntityDraft(EntityType.Person, person);
                draft.Mentions.Add(new Name(at, at + person.Length, EntityType.Person, "test", 1));
                return draft;
            })
            .ToList();
        return new PageFacts(page, entities, LocalWords.Of(page, new PlaceLexicon()));
    }
}
