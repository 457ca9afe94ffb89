using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Evaluation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Training;

/// <summary>Extracts annotated pages into files of the guidelines' format, each with the model that has not seen it.</summary>
internal static class DevRun
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="corpora">Where the texts of our own news pages are.</param>
    /// <param name="pages">Where the pages are, besides our own.</param>
    /// <param name="target">Where the files go; a page's file has the page's name with .json.</param>
    /// <param name="folds">Where <c>pages-N.br</c> are, or <see langword="null"/> for the model inside the assembly.</param>
    public static void Run(string corpora, string pages, string target, string? folds) => Run(new AnnotatedFiles(corpora).All(pages), target, folds);

    /// <summary>The pages that were kept aside, by the models inside the assembly.</summary>
    public static void RunKept(string corpora, string target) => Run(new AnnotatedFiles(corpora).Kept(), target, folds: null);

    private static void Run(IEnumerable<AnnotatedFile> files, string target, string? folds)
    {
        var extractors = new Dictionary<int, Extractor>();
        var sheets = new SortedDictionary<string, ScoreSheet>(StringComparer.Ordinal);
        Directory.CreateDirectory(target);
        foreach (var file in files)
        {
            var fold = folds is null ? -1 : file.Fold;
            if (!extractors.TryGetValue(fold, out var extractor))
                extractors[fold] = extractor = fold < 0 ? new Extractor() : OfFold(folds!, fold);

            var found = extractor.Extract(file.Text);
            var scorer = new PageScorer(GoldPage.Parse(file.Gold));
            var sheet = scorer.Score(found);
            foreach (var name in (string[])[file.Set, "total"])
            {
                if (!sheets.TryGetValue(name, out var all))
                    sheets[name] = all = new ScoreSheet();

                all.Add(sheet);
            }

            File.WriteAllText(Path.Combine(target, file.Name + ".json"), JsonSerializer.Serialize(Describe(file.Name, found), _json));
            File.WriteAllLines(Path.Combine(target, file.Name + ".errors"), sheet.Errors);
        }

        foreach (var (name, sheet) in sheets)
        {
            Console.WriteLine($"{name}: entities F1 {sheet.Entities.F1:F3}, relations F1 {sheet.Relations.F1:F3}");
            foreach (var (type, tally) in name == "total" ? sheet.RelationTypes : new Dictionary<RelationType, Tally>())
                Console.WriteLine($"  {Ontology.Of(type).Name}: P {tally.Precision:F3} R {tally.Recall:F3} F1 {tally.F1:F3} ({tally.Predicted} predicted, {tally.Required} required)");
        }
    }

    internal static Extractor OfFold(string folder, int fold)
    {
        Func<byte[]>? Model(string name) => Path.Combine(folder, $"{name}-{fold}.br") is var file && File.Exists(file) ? () => SequenceModelFile.Read(file) : null;
        return new Extractor(Model("pages")!, Model("spans"), Model("relations"));
    }

    private static object Describe(string name, PageExtraction found) => new
    {
        document = name,
        place = found.Place,
        published = found.Published?.ToString(),
        articles = found.Articles.Select(article => new { headline = article.Headline, events_on = article.Date?.Date.ToString() }),
        entities = found.Entities.Select(entity => new { name = entity.Name, type = entity.Type.ToString(), types = entity.Types.Select(type => type.ToString()), aliases = entity.Aliases }),
        relations = found.Relations.Select(relation => new
        {
            type = Ontology.Of(relation.Type).Name,
            head = found.Entities[relation.Head].Name,
            tail = found.Entities[relation.Tail].Name,
            title = relation.Qualifiers.Title,
            status = relation.Status.ToString(),
            date = relation.Qualifiers.Date?.Date.ToString(),
            amount = relation.Qualifiers.Amount?.Text,
            rule = relation.Rule,
            confidence = relation.Confidence,
            sentence = relation.Sentence,
        }),
    };
}
