using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Training;

/// <summary>Trains the second tagger on annotated pages and on copies of them with other names.</summary>
internal sealed class PageTraining(string corporaFolder)
{
    public const int Folds = 5;

    private const int Copies = 5;
    private const int Epochs = 3;
    private const int Members = 4;
    private const int Features = 250_000;

    // Few pages are learnt by heart at once; a model that misses features now and then leans on what pages have in common.
    private const float Dropout = 0.5f;

    private static readonly string[] _classes = ["PER", "ORG", "PRJ", "EVT", "LOC"];

    /// <summary>Which fold a page is tested in: pages of one paper are in one fold.</summary>
    public static int Fold(string page) =>
        page.Contains('-', StringComparison.Ordinal) && int.TryParse(page.Split('-', '.')[1], out var number) ? number % Folds : 0;

    /// <summary>Trains on all pages into <c>pages.br</c>, or, with <paramref name="folds"/>, without each fold into <c>pages-N.br</c>.</summary>
    public void Run(string pagesFolder, string targetFolder, bool folds)
    {
        var (segmenter, persons, anchors) = (new Segmenter(), new PersonCharacters(), new ClassLexicon("anchors.tsv"));
        var tagger = new NameTagger(segmenter, new PlaceLexicon(), persons, anchors, SequenceModel.Load(Lexicon.Model("names.br")), second: null);
        var pages = new AnnotatedPages(anchors, segmenter).Read(pagesFolder).ToList();
        var pools = new NamePools(new Corpora(corporaFolder, persons).All());
        foreach (var fold in folds ? Enumerable.Range(0, Folds) : [-1])
        {
            var training = pages.Where(page => Fold(page.Name) != fold).ToList();
            var file = Train(training, pools, tagger);
            file.Save(Path.Combine(targetFolder, fold < 0 ? "pages.br" : $"pages-{fold}.br"));
            if (fold >= 0)
                TestFold(fold, SequenceModel.Load(file.ToBytes()), pages, tagger);
        }
    }

    // The mean of several models, each trained on other copies of the pages.
    private static SequenceModelFile Train(List<AnnotatedPage> pages, NamePools pools, NameTagger tagger)
    {
        var tags = TagScheme.Tags(_classes);
        var mean = new ModelMean(tags);
        var withOwn = pools.With(pages);
        for (var member = 0; member < Members; member++)
        {
            var features = new Dictionary<TaggedSentence, uint[]>(ReferenceEqualityComparer.Instance);
            foreach (var sentences in pages.SelectMany((page, i) => (member % 2 == 0 ? pools : withOwn).Versions(page, Copies, seed: i + 1000 * member)))
            {
                foreach (var (sentence, row) in sentences.Zip(tagger.Features([.. sentences.Select(sentence => sentence.Text)])))
                    features[sentence] = row;
            }

            var trainer = new CrfTrainer(tags, ContextFeatures.Width, log2Rows: 21, Dropout, sentence => features[sentence]);
            trainer.Train([.. features.Keys], Epochs, seed: 1 + member, Console.Out);
            trainer.AddTo(mean, features.Keys, 1f / Members);
        }

        return mean.ToFile(Features);
    }

    private static void TestFold(int fold, SequenceModel model, List<AnnotatedPage> pages, NameTagger tagger)
    {
        foreach (var page in pages.Where(page => Fold(page.Name) == fold))
        {
            var sentences = NamePools.Sentences(page);
            var features = tagger.Features([.. sentences.Select(sentence => sentence.Text)]);
            var byText = new Dictionary<TaggedSentence, uint[]>(ReferenceEqualityComparer.Instance);
            foreach (var (sentence, row) in sentences.Zip(features))
                byText[sentence] = row;

            TaggerScore.Print(page.Name, model, sentences, sentence => byText[sentence], ContextFeatures.Width);
        }
    }
}
