using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Evaluation;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Relations.Ranking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Training;

/// <summary>Trains the ranker of relations on annotated pages, each read by a tagger that has not seen it.</summary>
internal static class RelationTraining
{
    private const int Epochs = 6;
    private const int Members = 2;
    private const int Features = 200_000;

    // Of the many features of a pair most are seen once; a model that misses some now and then leans on what pages have in common.
    private const float Dropout = 0.4f;

    // What the annotator leaves open is right, and counts half.
    private const float OptionalWeight = 0.5f;

    // Weights are small here: many words speak for or against each relation.
    private const float Least = 0.002f;

    /// <summary>Trains on all pages into <paramref name="target"/>/relations.br, and without each fold into relations-N.br beside the taggers of the folds.</summary>
    public static void Run(string corpora, string pages, string folds, string target)
    {
        var examples = new List<(int Fold, List<LogisticExample> Examples, Dictionary<RelationType, int> Required)>();
        var extractors = new Dictionary<int, Extractor>();
        foreach (var file in new AnnotatedFiles(corpora).All(pages).Where(file => !file.IsDamaged))
        {
            if (!extractors.TryGetValue(file.Fold, out var extractor))
                extractors[file.Fold] = extractor = new Extractor(() => SequenceModelFile.Read(Path.Combine(folds, $"pages-{file.Fold}.br")), () => SequenceModelFile.Read(Path.Combine(folds, $"spans-{file.Fold}.br")), relations: null);

            var scorer = new PageScorer(GoldPage.Parse(file.Gold));
            examples.Add((file.Fold, [.. extractor.Candidates(file.Text).Select(candidate => Example(scorer, candidate))], scorer.Required()));
        }

        Console.WriteLine($"{examples.Sum(page => page.Examples.Count)} examples on {examples.Count} pages, {examples.Sum(page => page.Examples.Sum(example => example.Features.Length))} features");
        var heldOut = new HeldOutAnswers();
        foreach (var page in examples)
        {
            foreach (var (type, count) in page.Required)
                heldOut.Require(type, count);
        }

        for (var fold = 0; fold < PageTraining.Folds; fold++)
        {
            var file = Train([.. examples.Where(page => page.Fold != fold).SelectMany(page => page.Examples)]);
            file.Save(Path.Combine(folds, $"relations-{fold}.br"));
            Answer(SequenceModel.Load(file.ToBytes()), examples.Where(page => page.Fold == fold).SelectMany(page => page.Examples), heldOut);
        }

        heldOut.SaveThresholds(Path.Combine(Repository.Lexicons, "thresholds.tsv"));
        heldOut.PrintCalibration(Console.Out);
        Train([.. examples.SelectMany(page => page.Examples)]).Save(Path.Combine(target, "relations.br"));
    }

    private static void Answer(SequenceModel model, IEnumerable<LogisticExample> examples, HeldOutAnswers answers)
    {
        foreach (var example in examples)
        {
            var sums = model.Sums(example.Features);
            foreach (var (type, start, isRight, weight) in example.Answers)
                answers.Add((RelationType)type, 1 / (1 + Math.Exp(-start - sums[type] / model.Scale)), start > 0, isRight, isRight && weight == 1);
        }
    }

    private static SequenceModelFile Train(List<LogisticExample> examples)
    {
        var types = Ontology.Relations.Select(relation => relation.Name).ToArray();
        var mean = new ModelMean(types, Least);
        for (var member = 0; member < Members; member++)
        {
            var trainer = new LogisticTrainer(types.Length, log2Rows: 20, Dropout);
            trainer.Train(examples, Epochs, seed: 1 + member, Console.Out);
            trainer.AddTo(mean, examples, 1f / Members);
        }

        return mean.ToFile(Features);
    }

    private static LogisticExample Example(PageScorer scorer, RelationCandidate candidate)
    {
        var (head, _) = scorer.Find(candidate.Head.Name, candidate.Head.Forms, candidate.Head.Type);
        var (tail, _) = scorer.Find(candidate.Tail.Name, candidate.Tail.Forms, candidate.Tail.Type);
        return new LogisticExample(
            candidate.Features,
            [
                .. candidate.Types.Select(candidateType =>
                {
                    var (type, isStated) = candidateType;
                    var (isRight, isRequired) = head is { } h && tail is { } t ? scorer.Judge(type, h, t) : default;
                    return ((int)type, RelationCandidate.Base(isStated), isRight, isRight && !isRequired ? OptionalWeight : 1f);
                }),
            ]);
    }
}
