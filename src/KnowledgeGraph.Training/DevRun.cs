using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Evaluation;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Training;

/// <summary>Extracts annotated pages into files of the guidelines' format, each with the model that has not seen it.</summary>
internal static class DevRun
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="pages">Where the pages are.</param>
    /// <param name="target">Where the files go; a page's file has the page's name with .json.</param>
    /// <param name="confidences">Where to write the shares of right statements, or <see langword="null"/>.</param>
    /// <param name="folds">Where <c>pages-N.br</c> are, or <see langword="null"/> for the model inside the assembly.</param>
    public static void Run(string pages, string target, string? folds, string? confidences = null)
    {
        var extractors = new Dictionary<int, Extractor>();
        var table = new ConfidenceTable();
        var sheets = new SortedDictionary<string, ScoreSheet>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(pages, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var fold = folds is null ? -1 : PageTraining.Fold(Path.GetFileNameWithoutExtension(file));
            if (!extractors.TryGetValue(fold, out var extractor))
            {
                extractor = fold < 0 ? new Extractor() : new Extractor(() => SequenceModelFile.Read(Path.Combine(folds!, $"pages-{fold}.br")));
                extractors[fold] = extractor;
            }

            var found = extractor.Extract(PageReader.Read(File.ReadAllBytes(file), file));
            Directory.CreateDirectory(target);
            Score(sheets, table, file, found);
            File.WriteAllText(Path.Combine(target, Path.GetFileNameWithoutExtension(file) + ".json"), JsonSerializer.Serialize(Describe(file, found), _json));
        }

        if (confidences is not null)
            table.Save(confidences);

        foreach (var (name, sheet) in sheets)
        {
            Console.WriteLine($"{name}: entities F1 {sheet.Entities.F1:F3}, relations F1 {sheet.Relations.F1:F3}");
            foreach (var (type, tally) in name == "total" ? sheet.RelationTypes : new Dictionary<RelationType, Tally>())
                Console.WriteLine($"  {Ontology.Of(type).Name}: P {tally.Precision:F3} R {tally.Recall:F3} F1 {tally.F1:F3} ({tally.Predicted} predicted, {tally.Required} required)");
        }
    }

    private static void Score(SortedDictionary<string, ScoreSheet> sheets, ConfidenceTable table, string file, PageExtraction found)
    {
        var gold = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Split('.')[0] + ".json");
        if (!File.Exists(gold))
            return;

        var scorer = new PageScorer(GoldPage.Parse(File.ReadAllBytes(gold)));
        table.Add(scorer, found);
        var sheet = scorer.Score(found);
        foreach (var name in (string[])[Path.GetFileName(Path.GetDirectoryName(file)!), "total"])
        {
            if (!sheets.TryGetValue(name, out var all))
                sheets[name] = all = new ScoreSheet();

            all.Add(sheet);
        }
    }

    private static object Describe(string file, PageExtraction found) => new
    {
        document = Path.GetFileName(file),
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
