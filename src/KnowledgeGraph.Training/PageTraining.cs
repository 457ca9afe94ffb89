using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Training;

/// <summary>Trains the second tagger on annotated pages and on copies of them with other names.</summary>
internal sealed class PageTraining(string corporaFolder)
{
    public const int Folds = 5;

    private const int Copies = 2;
    private const int Epochs = 3;
    private const int Members = 4;

    // The taggers of the folds are there for what they say of pages they have not seen: half as many are nearly as good.
    private const int FoldMembers = 2;
    private const int Features = 300_000;

    // Few pages are learnt by heart at once; a model that misses features now and then leans on what pages have in common.
    private const float Dropout = 0.5f;

    private static readonly string[] _classes = ["PER", "ORG", "PRJ", "EVT", "LOC"];

    /// <summary>Trains on all pages into <c>pages.br</c>, or, with <paramref name="folds"/>, without each fold into <c>pages-N.br</c>.</summary>
    public void Run(string pagesFolder, string targetFolder, bool folds)
    {
        var (segmenter, persons, anchors) = (new Segmenter(), new PersonCharacters(), new ClassLexicon("anchors.tsv"));
        var tagger = new NameTagger(segmenter, new PlaceLexicon(), persons, anchors, new WordClusters(), SequenceModel.Load(Lexicon.Model("names.br")), second: null);
        var reader = new AnnotatedPages(anchors, segmenter);
        var pages = new AnnotatedFiles(corporaFolder).All(pagesFolder).Where(file => !file.IsDamaged).Select(reader.Read).ToList();
        var pools = new NamePools(new Corpora(corporaFolder, persons).All());
        var score = new TaggerScore();
        foreach (var fold in folds ? Enumerable.Range(0, Folds) : [-1])
        {
            var training = pages.Where(page => page.Fold != fold).ToList();
            var file = Train(training, pools, tagger, fold < 0 ? Members : FoldMembers);
            file.Save(Path.Combine(targetFolder, fold < 0 ? "pages.br" : $"pages-{fold}.br"));
            if (fold >= 0)
                TestFold(fold, SequenceModel.Load(file.ToBytes()), pages, tagger, score);
        }

        score.Print(Console.Out);
    }

    // The mean of several models, each trained on other copies of the pages.
    private static SequenceModelFile Train(List<AnnotatedPage> pages, NamePools pools, NameTagger tagger, int count)
    {
        var tags = TagScheme.Tags(_classes);
        var withOwn = pools.With(pages);
        var members = new (CrfTrainer Trainer, IReadOnlyCollection<TaggedSentence> Sentences)[count];
        Parallel.For(0, count, member =>
        {
            var features = new Dictionary<TaggedSentence, uint[]>(ReferenceEqualityComparer.Instance);
            foreach (var sentences in pages.SelectMany((page, i) => (member % 2 == 0 ? pools : withOwn).Versions(page, Copies, seed: i + 1000 * member)))
            {
                foreach (var (sentence, row) in sentences.Zip(tagger.Features([.. sentences.Select(sentence => sentence.Text)])))
                    features[sentence] = row;
            }

            var trainer = new CrfTrainer(tags, ContextFeatures.Width, log2Rows: 21, Dropout, sentence => features[sentence]);
            trainer.Train([.. features.Keys], Epochs, seed: 1 + member, Console.Out);
            members[member] = (trainer, features.Keys);
        });

        // One after the other: sums of fractions depend on their order.
        var mean = new ModelMean(tags);
        foreach (var (trainer, sentences) in members)
            trainer.AddTo(mean, sentences, 1f / count);

        return mean.ToFile(Features);
    }

    private static void TestFold(int fold, SequenceModel model, List<AnnotatedPage> pages, NameTagger tagger, TaggerScore score)
    {
        foreach (var page in pages.Where(page => page.Fold == fold))
        {
            var sentences = NamePools.Sentences(page);
            foreach (var (sentence, row) in sentences.Zip(tagger.Features([.. sentences.Select(sentence => sentence.Text)])))
                score.Add(page.Set, sentence, model, row, ContextFeatures.Width);
        }
    }
}
