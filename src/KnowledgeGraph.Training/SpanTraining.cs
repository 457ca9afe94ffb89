using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Evaluation;
using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Recognition.Spans;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Training;

/// <summary>Trains the selection of spans on annotated pages, each read by a tagger that has not seen it.</summary>
internal static class SpanTraining
{
    private const int Epochs = 6;
    private const int Members = 1;
    private const int Features = 150_000;
    private const float Dropout = 0.4f;
    private const float OptionalWeight = 0.5f;
    private const float Least = 0.002f;

    private static readonly EntityType[] _types = Enum.GetValues<EntityType>();

    /// <summary>Trains on all pages into <paramref name="target"/>/spans.br, and without each fold into spans-N.br beside the taggers of the folds.</summary>
    public static void Run(string corpora, string pages, string folds, string target)
    {
        var examples = new List<(int Fold, List<LogisticExample> Examples)>();
        var extractors = new Dictionary<int, Extractor>();
        var reader = new AnnotatedPages(new ClassLexicon("anchors.tsv"), new Segmenter());
        var files = new AnnotatedFiles(corpora).All(pages).Where(file => !file.IsDamaged).ToList();
        var score = new SortedDictionary<string, (int Right, int Found, int Required)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!extractors.TryGetValue(file.Fold, out var extractor))
                extractors[file.Fold] = extractor = new Extractor(() => SequenceModelFile.Read(Path.Combine(folds, $"pages-{file.Fold}.br")), spans: null, relations: null);

            examples.Add((file.Fold, [.. Examples(extractor, reader.Read(file), GoldPage.Parse(file.Gold))]));
        }

        Console.WriteLine($"{examples.Sum(page => page.Examples.Count)} examples on {examples.Count} pages");
        for (var fold = 0; fold < PageTraining.Folds; fold++)
        {
            Train([.. examples.Where(page => page.Fold != fold).SelectMany(page => page.Examples)]).Save(Path.Combine(folds, $"spans-{fold}.br"));
            var (before, after) = (extractors[fold], DevRun.OfFold(folds, fold));
            foreach (var file in files.Where(file => file.Fold == fold))
                Score(reader.Read(file), before, after, score);
        }

        foreach (var (key, value) in score)
            Console.WriteLine($"{key}: {value.Right} of {value.Found} right, {value.Required} required: F1 {2.0 * value.Right / Math.Max(1, value.Found + value.Required):F3}");

        Train([.. examples.SelectMany(page => page.Examples)]).Save(Path.Combine(target, "spans.br"));
    }

    private static IEnumerable<LogisticExample> Examples(Extractor extractor, AnnotatedPage annotated, GoldPage gold)
    {
        var entities = new Dictionary<string, List<GoldEntity>>(StringComparer.Ordinal);
        foreach (var entity in gold.Entities)
        {
            foreach (var form in entity.Aliases.Prepend(entity.Name).Select(Form.Of).Distinct())
            {
                if (!entities.TryGetValue(form, out var list))
                    entities[form] = list = [];

                list.Add(entity);
            }
        }

        var right = annotated.Names.Select(name => (name.Start, name.End)).ToHashSet();
        foreach (var (span, features) in extractor.Spans(annotated.Page))
        {
            var form = Form.Of(annotated.Page.Text[span.Start..span.End]);
            var named = entities.GetValueOrDefault(form, []);

            // 北京 and 密云 of 北京密云 are places too.
            var isName = right.Contains((span.Start, span.End))
                || (span.Found.Type == EntityType.Place && span.Start == span.Found.Start && span.End == span.Found.End && annotated.Names.Exists(name => name.Class == "LOC" && name.Start <= span.Start && span.End <= name.End));
            var answers = new List<(int, float, bool, float)>();
            foreach (var type in _types)
            {
                // 中方 may be a place or an organization: the tagger takes what the annotator puts first.
                bool IsBest(GoldEntity entity) => entity.Types[0] == type;
                var fitting = named.Where(entity => entity.Types.Contains(type)).ToList();
                var whole = fitting.Where(entity => Form.Of(entity.Name) == form).ToList();
                var weight = fitting.Count > 0 && fitting.TrueForAll(entity => entity.Optional) ? OptionalWeight : 1;
                answers.Add(((int)type, SpanSelector.Base(span, type), isName && fitting.Exists(IsBest), weight));
                if (!isName)
                    answers.Add((_types.Length + (int)type, SpanSelector.NestedBase, whole.Exists(IsBest), weight));
            }

            yield return new LogisticExample(features, answers);
        }
    }

    private static void Score(AnnotatedPage page, Extractor before, Extractor after, SortedDictionary<string, (int Right, int Found, int Required)> score)
    {
        var gold = page.Names.ToHashSet();
        foreach (var (title, extractor) in ((string, Extractor)[])[("before", before), ("after", after)])
        {
            var names = extractor.Names(page.Page).Where(name => !name.IsNested).Select(name => (name.Start, name.End, NameTagger.ClassOf(name.Type))).ToList();
            foreach (var set in (string[])[page.Set, "all"])
            {
                var key = $"{set} {title}";
                var count = score.GetValueOrDefault(key);
                score[key] = (count.Right + names.Count(gold.Contains), count.Found + names.Count, count.Required + gold.Count);
            }
        }
    }

    private static SequenceModelFile Train(List<LogisticExample> examples)
    {
        var mean = new ModelMean(SpanSelector.Columns, Least);
        for (var member = 0; member < Members; member++)
        {
            var trainer = new LogisticTrainer(SpanSelector.Columns.Length, log2Rows: 20, Dropout);
            trainer.Train(examples, Epochs, seed: 1 + member, Console.Out);
            trainer.AddTo(mean, examples, 1f / Members);
        }

        return mean.ToFile(Features);
    }
}
